import { type ResourceDomain, resourceDomain } from '#shared/domain/codes.ts';
import type { PictureBlock, ResourceItem } from '#shared/protocol/report/blocks.ts';
import { cardText, type Drawing, type Picture, SHEET } from './drawing.ts';
import { FAMILIES } from './glyphs.ts';
import { type Colours, round, setText, svgOf, textLine } from './svg.ts';

const COLOURS: Record<ResourceDomain, Colours> = {
  persoenlich: { fill: '#FCE4DC', edge: '#A13C16', ink: '#5A1E08' },
  sozial: { fill: '#FBE3EC', edge: '#A11D57', ink: '#5B0E30' },
  materiell: { fill: '#FBEBC8', edge: '#7F5200', ink: '#432B00' },
  infrastrukturell: { fill: '#D9F0F1', edge: '#0F6670', ink: '#07383E' },
};

const CARD = { width: 228, inset: 14, padding: 9, least: 62 } as const;
const CENTRE = { x: SHEET.width / 2, y: SHEET.height / 2, radius: 56 } as const;
const GAP = 8;
/** A title or a note that is longer, in em, could not stand in a column. */
const LONGEST_LINE = 130;
/** Where a column of a quarter begins, counted from the middle: the inner one leaves the middle free. */
const COLUMNS = [
  { out: 10, from: 100 },
  { out: 10 + CARD.width + 12, from: GAP },
] as const;
/** Where every column ends: below it stands what the quarter is called. */
const END = SHEET.height / 2 - 26;

type ResourcePicture = Extract<PictureBlock, { draws: 'resources' }>;

/** A card with its place: how far its column lies outwards, and how far from the middle it begins. */
interface Placed {
  item: ResourceItem;
  out: number;
  from: number;
  height: number;
}

type Quarter = { domain: ResourceDomain; resources: Placed[] };

/** The map of strengths: four domains around the young person; what stands nearer is nearer. */
export function resourcePictures(block: ResourcePicture, drawing: Drawing): Picture[] {
  const quarters = resourceDomain.map((domain) => {
    const items = block.groups.find((group) => group.domain === domain)?.items ?? [];
    return { domain, sheets: placed(items, drawing) };
  });
  const sheets = Math.max(...quarters.map((quarter) => quarter.sheets.length));
  return Array.from({ length: sheets }, (_, sheet) => {
    const part = quarters.map(({ domain, sheets: all }) => ({ domain, resources: all[sheet] ?? [] }));
    return { svg: mapOf(part, block, drawing), alt: altOf(part, block, drawing) };
  });
}

/** Nobody placed it: it stands behind those that somebody did. */
function distance({ pos }: ResourceItem): number {
  return pos ? Math.hypot(pos[0], pos[1]) : Number.MAX_SAFE_INTEGER;
}

/** One quarter, sheet by sheet: the nearest first, each in the free place that is next to the middle. */
function placed(items: readonly ResourceItem[], drawing: Drawing): Placed[][] {
  const sheets: Placed[][] = [];
  let ends: number[] = [];
  for (const item of items.toSorted((a, b) => distance(a) - distance(b))) {
    const height = heightOf(item, drawing);
    let column = nextColumn(ends, height);
    if (column === undefined) {
      ends = COLUMNS.map(({ from }) => from);
      sheets.push([]);
      // On a fresh sheet the outer column holds what the inner one cannot.
      column = nextColumn(ends, height) ?? 1;
    }
    const from = ends[column] ?? GAP;
    sheets.at(-1)?.push({ item, out: (COLUMNS[column] ?? COLUMNS[0]).out, from, height });
    ends[column] = from + height + GAP;
  }
  return sheets;
}

function nextColumn(ends: readonly number[], height: number): number | undefined {
  const free = COLUMNS.map(({ out }, column) => ({ column, out, from: ends[column] ?? END }))
    .filter(({ from }) => from + height <= END)
    .sort((a, b) => Math.hypot(a.out, a.from) - Math.hypot(b.out, b.from));
  return free[0]?.column;
}

function mapOf(quarters: readonly Quarter[], block: ResourcePicture, drawing: Drawing): string {
  const cards = quarters.flatMap(({ domain, resources }, quarter) => [
    domainTitle(domain, quarter, drawing),
    ...resources.map((resource) => card(resource, domain, quarter, drawing)),
  ]);
  const families = FAMILIES.map(({ name }) => name);
  return svgOf(SHEET.width, SHEET.height, families, ground() + middle(block.child, drawing) + cards.join(''));
}

function ground(): string {
  const { x, y } = CENTRE;
  const rings = [
    [250, 150],
    [380, 230],
    [490, 296],
  ].map(([rx, ry]) => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="none" stroke="#E0DACE"/>`);
  const cross = `<path d="M${x} 20V${SHEET.height - 20}M20 ${y}H${SHEET.width - 20}" stroke="#8C8475" stroke-dasharray="2 5" fill="none"/>`;
  return rings.join('') + cross;
}

function middle(child: string, { glyphs, signs }: Drawing): string {
  const { x, y, radius } = CENTRE;
  const name = signs.text(child);
  const size = Math.min(22, (22 * radius * 1.7) / Math.max(1, glyphs.width(name, 'bold') * 22));
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="#FFFFFF" stroke="#14539A" stroke-width="2"/>${textLine(
    name,
    x,
    y + size / 3,
    { size: round(size), weight: 'bold', colour: '#1B1F24' },
    'middle',
  )}`;
}

function domainTitle(domain: ResourceDomain, quarter: number, { words }: Drawing): string {
  const [right, bottom] = [quarter % 2 === 1, quarter >= 2];
  const style = { size: 16, weight: 'bold', colour: COLOURS[domain].ink } as const;
  return textLine(
    words.t(`code.resourceDomain.${domain}`),
    right ? SHEET.width - 8 : 8,
    bottom ? SHEET.height - 8 : 20,
    style,
    right ? 'end' : 'start',
  );
}

function card(
  { item, out, from, height }: Placed,
  domain: ResourceDomain,
  quarter: number,
  drawing: Drawing,
): string {
  const [right, bottom] = [quarter % 2 === 1, quarter >= 2];
  const x = right ? CENTRE.x + out : CENTRE.x - out - CARD.width;
  const y = bottom ? CENTRE.y + from : CENTRE.y - from - height;
  const { edge, fill } = COLOURS[domain];
  const text = wordsOn(item, COLOURS[domain], { x: x + CARD.inset, y: y + CARD.padding }, drawing);
  const path = outline(domain, x, y, height);
  return `<path d="${path}" fill="${item.used ? fill : '#FFFFFF'}" stroke="${edge}" stroke-width="1.4"/>${text.svg}`;
}

function heightOf(item: ResourceItem, drawing: Drawing): number {
  const text = wordsOn(item, COLOURS.persoenlich, { x: 0, y: 0 }, drawing);
  return Math.max(CARD.least, Math.ceil(text.height) + 2 * CARD.padding);
}

/** Everything that is said of a strength, or, where no sheet could hold it, what it is called. */
function wordsOn(
  item: ResourceItem,
  { ink, edge }: Colours,
  at: { x: number; y: number },
  drawing: Drawing,
): { svg: string; height: number } {
  const title = {
    text: cardText(item.title, drawing, LONGEST_LINE),
    style: { size: 12.5, weight: 'bold', colour: ink },
  } as const;
  const note = {
    text: cardText(item.note, drawing, LONGEST_LINE),
    style: { size: 11, weight: 'bold', colour: edge },
  } as const;
  const set = (about: string) =>
    setText(
      [title, { text: about, style: { size: 11, weight: 'regular', colour: ink } }, note],
      at.x,
      at.y,
      CARD.width - 2 * CARD.inset,
      drawing.glyphs,
    );
  const whole = set(cardText(item.description, drawing));
  const fits = whole.height + 2 * CARD.padding <= END - GAP;
  return fits ? whole : set(drawing.words.t('protocol.picture.inText'));
}

/** Each domain has its own shape, so that the map reads without colour: hexagon, pill, ticket, gable. */
function outline(domain: ResourceDomain, x: number, y: number, h: number): string {
  const { width: w } = CARD;
  switch (domain) {
    case 'persoenlich':
      return `M${x + 12} ${y}h${w - 24}l12 12v${h - 24}l-12 12h${24 - w}l-12 -12v${24 - h}z`;
    case 'sozial':
      return `M${x + 20} ${y}h${w - 40}a20 20 0 0 1 20 20v${h - 40}a20 20 0 0 1 -20 20h${40 - w}a20 20 0 0 1 -20 -20v${40 - h}a20 20 0 0 1 20 -20z`;
    case 'materiell': {
      const side = h / 2 - 7;
      return `M${x} ${y}h${w}v${side}a7 7 0 0 0 0 14v${side}h${-w}v${-side}a7 7 0 0 0 0 -14z`;
    }
    case 'infrastrukturell':
      return `M${x} ${y + 12}l20 -12h${w - 40}l20 12v${h - 12}h${-w}z`;
  }
}

function altOf(quarters: readonly Quarter[], { child, groups }: ResourcePicture, drawing: Drawing): string {
  const list = quarters
    .filter(({ resources }) => resources.length > 0)
    .map(({ domain, resources }) => {
      const titles = resources.map(
        ({ item }) => `${cardText(item.title, drawing, LONGEST_LINE)}, ${item.note}`,
      );
      const name = groups.find((group) => group.domain === domain)?.title;
      return `${name}: ${titles.join('; ')}.`;
    })
    .join(' ');
  return drawing.words.t('protocol.picture.resources', { child, list });
}
