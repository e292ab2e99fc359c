import type { OpenRoute } from '#server/http/allow.ts';
import type { MadeRoom } from '#shared/api/answers.ts';
import { signInBody } from '#shared/api/requests.ts';
import { ROUTES } from '#shared/api/routes.ts';
import { MESSAGE } from '#shared/wire/messages.ts';
import { sampleOf } from './sample.ts';

/** A request that is repeated. */
export interface RequestTarget {
  kind: 'request';
  name: string;
  method: string;
  path: string;
  body: string | null;
}

/** A socket that is opened again and again. */
export interface UpgradeTarget {
  kind: 'upgrade';
  name: string;
  path: string;
}

/** A message that is repeated on an open socket, by its name in the wire. */
export interface MessageTarget {
  kind: 'message';
  name: string;
  path: string;
  message: string;
}

/** Nobody floods: what the machine itself does to who writes. */
export interface NoTarget {
  kind: 'nothing';
  name: string;
}

export type Target = RequestTarget | UpgradeTarget | MessageTarget | NoTarget;

/** Where one target is aimed at: a meeting of its own, since a command may end what the next one needs. */
export interface Aim {
  room: MadeRoom;
  /** A version of that meeting, large. */
  versionId: string;
  sha256: string;
  deviceId: string;
  personId: string;
}

/** What is flooded, and what it needs: everything that the server has a route or a message for. */
export interface Plan {
  name: string;
  /** The plan has to be frozen, so that there is a version. */
  wantsVersion: boolean;
  targetFor(aim: Aim): Target;
}

/** Name of the row in which nothing is flooded. */
const NOTHING = 'nothing';

const BODIES = new Map(ROUTES.map(({ method, path, body }) => [`${method} ${path}`, body]));
BODIES.set('POST /api/auth/sign-in/email', signInBody);

/** Everything there is, from the server's own routes and the wire's own messages. */
export function plansOf(routes: readonly OpenRoute[]): Plan[] {
  const nothing: Plan = {
    name: NOTHING,
    wantsVersion: false,
    targetFor: () => ({ kind: 'nothing', name: NOTHING }),
  };
  return [nothing, ...routes.map(planOf), ...Object.keys(MESSAGE).map(messagePlan)];
}

function planOf({ method: opened, path }: OpenRoute): Plan {
  const method = opened === 'ALL' ? 'GET' : opened;
  const name = `${method} ${path}`;
  return {
    name,
    wantsVersion: path.includes(':versionId'),
    targetFor(aim) {
      const filled = fill(path, aim);
      if (/^\/(live|sync)\/:/.test(path)) {
        return { kind: 'upgrade', name, path: filled };
      }
      const schema = BODIES.get(name);
      const body = method === 'GET' ? null : JSON.stringify(schema ? sampleOf(schema, knownOf(aim)) : {});
      return { kind: 'request', name, method, path: filled, body };
    },
  };
}

function messagePlan(message: string): Plan {
  const name = `message ${message}`;
  return {
    name,
    wantsVersion: false,
    targetFor: (aim) => ({
      kind: 'message',
      name,
      message,
      path: fill('/sync/:participationId/:documentId', aim),
    }),
  };
}

/** Names in paths, and fields of bodies, that mean something in this meeting. */
function knownOf({ room, versionId, sha256, deviceId, personId }: Aim): Record<string, string> {
  const [own, other] = room.places;
  return {
    participationId: own?.participationId ?? '',
    other: other?.participationId ?? '',
    documentId: room.planId,
    meetingId: room.meetingId,
    token: other?.link.split('#')[1] ?? '',
    versionId,
    sha256,
    deviceId,
    personId,
    phase: 'ziele',
  };
}

function fill(path: string, aim: Aim): string {
  const known = knownOf(aim);
  return path
    .replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(known[name] ?? 'unknown'))
    .replace('*', 'unknown');
}
