import krueger from './krueger.webp';
import kruegerDark from './krueger-dark.webp';
import leon from './leon.webp';
import leonDark from './leon-dark.webp';
import screen from './screen.webp';
import screenDark from './screen-dark.webp';
import seidel from './seidel.webp';
import seidelDark from './seidel-dark.webp';

/** How the table looks from four places of the running example, small, for the newcomer's page. */
export const pictures = {
  seidel: { light: seidel, dark: seidelDark },
  screen: { light: screen, dark: screenDark },
  leon: { light: leon, dark: leonDark },
  krueger: { light: krueger, dark: kruegerDark },
};
