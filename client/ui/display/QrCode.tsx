import { encode } from 'uqr';
import { cx } from '../cx.ts';
import styles from './QrCode.module.css';

export interface QrCodeProps {
  text: string;
  /** Accessible name: where it leads. */
  label: string;
  /** For what is long: its squares stay large enough for a camera. */
  big?: boolean;
}

/** A code for a phone's camera; always dark on white, whatever the theme: cameras need it. */
export function QrCode({ text, label, big = false }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  return (
    <div className={cx(styles['code'], big && styles['big'])}>
      <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
        <path d={darkModules(data)} stroke="#1b1f24" />
      </svg>
    </div>
  );
}

/** Runs of dark modules as one path, a line a run. */
function darkModules(rows: readonly (readonly boolean[])[]): string {
  const parts: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (row[x]) {
        const from = x;
        while (row[x + 1]) {
          x++;
        }
        parts.push(`M${from} ${y + 0.5}h${x - from + 1}`);
      }
    }
  }
  return parts.join('');
}
