import { describe, type Load, type LoadName } from '../loads.ts';
import { peerVersion } from '../peers.ts';
import { type AnyServer, RAISED } from '../servers/roster.ts';
import { figure, type Summary } from './medians.ts';
import { ROWS } from './rows.ts';
import type { Result } from './targets.ts';

/** What the columns are called. */
function titleOf(server: AnyServer): string {
  switch (server) {
    case 'planrunde':
      return 'Planrunde';
    case 'y-websocket-server':
      return `@y/websocket-server ${peerVersion('@y/websocket-server')}`;
    case 'hocuspocus':
      return `Hocuspocus ${peerVersion('@hocuspocus/server')}`;
    case 'bare':
      return 'bare broadcast';
    default:
      return server;
  }
}

/** Figures and ratios of one load, as Markdown. */
export function loadTable(name: LoadName, load: Load, summaries: readonly Summary[]): string[] {
  const here = summaries.filter((one) => one.load === name);
  const servers = here.map(({ server }) => server);
  const lines = [line(['', ...servers.map(titleOf)]), line(['---', ...servers.map(() => '---:')])];
  for (const { label, figure: key, digits, compared } of ROWS[load.kind]) {
    const values = servers.map((server) => figure(here, name, server, key));
    if (values.some((value) => value !== null)) {
      lines.push(line([label, ...values.map((value) => formatted(value, digits))]));
    }
    const ours = figure(here, name, 'planrunde', key);
    if (compared && ours !== null && servers.length > 1) {
      const ratios = values.map((value) => formatted(value ? ours / value : null, 2));
      lines.push(line(['**Planrunde ÷ this**', ...ratios]));
    }
  }
  return [`### ${name}: ${describe(load)}`, '', ...lines, '', ...limitLines(load), ...problemLines(here)];
}

/** The targets, met or missed, as Markdown. */
export function targetTable(results: readonly Result[]): string[] {
  return [
    line(['load', 'target', 'wanted', 'measured', '']),
    line(['---', '---', '---:', '---:', '---']),
    ...results.map(({ load, what, bound, ratio, met }) =>
      line([
        load,
        what,
        bound,
        formatted(ratio, 2),
        met === null ? 'not measured' : met ? 'met' : '**missed**',
      ]),
    ),
    '',
  ];
}

/** The product as it is run has these limits; the load goes beyond them. */
function limitLines(load: Load): string[] {
  const raised = Object.entries(RAISED).map(([limit, value]) => `${limit} ${value}`);
  return load.kind === 'steady'
    ? []
    : [`Planrunde ran with raised limits of rate: ${raised.join(', ')}.`, ''];
}

function problemLines(summaries: readonly Summary[]): string[] {
  const lines = summaries.flatMap(({ server, problems }) =>
    problems.map((problem) => `- ${titleOf(server)}: ${problem}.`),
  );
  return lines.length > 0 ? ['What is wrong with these figures:', '', ...lines, ''] : [];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function formatted(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}
