import krueger from './krueger.webp';
import leon from './leon.webp';
import screen from './screen.webp';
import seidel from './seidel.webp';

/** How the table looks from four places: pictures of the example, small, for the newcomer's page. */
export const pictures = { seidel, screen, leon, krueger };
