import { type ResourceDomain, resourceDomain } from '#shared/domain/codes.ts';
import type { PictureBlock, ResourceItem } from '#shared/protocol/report/blocks.ts';
import { type Drawing, inShort, type Picture, SHEET } from './drawing.ts';
import { FAMILIES } from './glyphs.ts';
import { type Colours, round, setText, svgOf, type TextStyle, textLine, wrap } from './svg.ts';

const COLOURS: Record<ResourceDomain, Colours> = {
  persoenlich: { fill: '#FCE4DC', edge: '#A13C16', ink: '#5A1E08' },
  sozial: { fill: '#FBE3EC', edge: '#A11D57', ink: '#5B0E30' },
  materiell: { fill: '#FBEBC8', edge: '#7F5200', ink: '#432B00' },
  infrastrukturell: { fill: '#D9F0F1', edge: '#0F6670', ink: '#07383E' },
};

const CARD = { width: 228, height: 84, inset: 14 } as const;
const CENTRE = { x: SHEET.width / 2, y: SHEET.height / 2, radius: 56 } as const;

/**
 * Places of a quarter from the one next to the middle outwards, as column (0 inner, 1 outer) and
 * row (0 next to the middle). The inner column leaves the middle free.
 */
const PLACES = [
  { column: 0, row: 1 },
  { column: 1, row: 0 },
  { column: 1, row: 1 },
  { column: 0, row: 2 },
  { column: 1, row: 2 },
] as const;

type ResourcePicture = Extract<PictureBlock, { draws: 'resources' }>;

/** The map of strengths: four domains around the young person; what stands nearer is nearer. */
export function resourcePictures(block: ResourcePicture, drawing: Drawing): Picture[] {
  const quarters = resourceDomain.map((domain) => {
    const items = block.groups.find((group) => group.domain === domain)?.items ?? [];
    return { domain, resources: items.toSorted((a, b) => distance(a) - distance(b)) };
  });
  const sheets = Math.max(...quarters.map(({ resources }) => Math.ceil(resources.length / PLACES.length)));
  return Array.from({ length: sheets }, (_, sheet) => {
    const part = quarters.map(({ domain, resources }) => ({
      domain,
      resources: resources.slice(sheet * PLACES.length, (sheet + 1) * PLACES.length),
    }));
    return { svg: mapOf(part, block, drawing), alt: altOf(part, block, drawing) };
  });
}

type Quarter = { domain: ResourceDomain; resources: ResourceItem[] };

/** Nobody placed it: it stands behind those that somebody did. */
function distance({ pos }: ResourceItem): number {
  return pos ? Math.hypot(pos[0], pos[1]) : Number.MAX_SAFE_INTEGER;
}

function mapOf(quarters: readonly Quarter[], block: ResourcePicture, drawing: Drawing): string {
  const cards = quarters.flatMap(({ domain, resources }, quarter) => [
    domainTitle(domain, quarter, drawing),
    ...resources.map((resource, index) => card(resource, domain, quarter, index, drawing)),
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
    words.t(`protocol.domain.${domain}`),
    right ? SHEET.width - 8 : 8,
    bottom ? SHEET.height - 8 : 20,
    style,
    right ? 'end' : 'start',
  );
}

function card(
  resource: ResourceItem,
  domain: ResourceDomain,
  quarter: number,
  index: number,
  { glyphs, signs }: Drawing,
): string {
  const place = PLACES[index] ?? PLACES[0];
  const [right, bottom] = [quarter % 2 === 1, quarter >= 2];
  const inward = 10 + place.column * (CARD.width + 12);
  const x = right ? CENTRE.x + inward : CENTRE.x - inward - CARD.width;
  const down = 8 + place.row * (CARD.height + 8);
  const y = bottom ? CENTRE.y + down : CENTRE.y - down - CARD.height;
  const { edge, ink, fill } = COLOURS[domain];
  const width = CARD.width - 2 * CARD.inset;
  const title = { text: signs.text(resource.title), style: titleStyle(ink) };
  // A short title leaves a second line for what it is about.
  const lines = wrap(title.text, width, title.style, glyphs).length > 1 ? 1 : 2;
  const text = setText(
    [
      title,
      {
        text: signs.text(resource.description),
        style: { size: 11, weight: 'regular', colour: ink, lines },
      },
      {
        text: signs.text(resource.note),
        style: { size: 11, weight: 'bold', colour: edge, lines: 1 },
      },
    ],
    x + CARD.inset,
    y + 9,
    width,
    glyphs,
  );
  return `<path d="${outline(domain, x, y)}" fill="${resource.used ? fill : '#FFFFFF'}" stroke="${edge}" stroke-width="1.4"/>${text.svg}`;
}

function titleStyle(colour: string): TextStyle {
  return { size: 12.5, weight: 'bold', colour, lines: 2 };
}

/** Each domain has its own shape, so that the map reads without colour: hexagon, pill, ticket, gable. */
function outline(domain: ResourceDomain, x: number, y: number): string {
  const { width: w, height: h } = CARD;
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

function altOf(quarters: readonly Quarter[], { child, groups }: ResourcePicture, { words }: Drawing): string {
  const list = quarters
    .filter(({ resources }) => resources.length > 0)
    .map(({ domain, resources }) => {
      const titles = resources.map(({ title, note }) => `${inShort(title)}, ${note}`);
      const name = groups.find((group) => group.domain === domain)?.title;
      return `${name}: ${titles.join('; ')}.`;
    })
    .join(' ');
  return words.t('protocol.picture.resources', { child, list });
}
