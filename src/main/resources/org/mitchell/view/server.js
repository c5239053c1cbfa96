// Questions to the program that serves this page.

import { byId } from './text.js';

const BUSY_AFTER_MS = 200;

let pending = 0;
let busyTimer = 0;

/** A question that takes longer than a moment is seen to be under way. */
export async function underWay(work) {
  if (pending++ === 0) {
    busyTimer = setTimeout(() => {
      byId('busy').hidden = false;
      document.querySelector('main').setAttribute('aria-busy', 'true');
    }, BUSY_AFTER_MS);
  }
  try {
    return await work();
  } finally {
    if (--pending === 0) {
      clearTimeout(busyTimer);
      byId('busy').hidden = true;
      document.querySelector('main').setAttribute('aria-busy', 'false');
    }
  }
}

/** The question goes to the fit that is chosen, server.fit. */
export function server(name, question) {
  return underWay(async () => {
    const answer = await fetch(name, question === undefined ? {} : {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ fit: server.fit, ...question }),
    });
    if (!answer.ok) {
      const said = await answer.json().catch(() => ({ error: 'The server did not answer as expected.' }));
      throw new Error(said.error);
    }
    return answer;
  });
}
server.fit = 0;

export const json = async (name, question) => (await server(name, question)).json();
export const bytes = async (name, question) => (await server(name, question)).arrayBuffer();

export function say(text) {
  byId('status').textContent = text;
}

export function failed(error) {
  say(error instanceof TypeError ? 'mitchell view no longer answers. Is it still running?' : error.message);
}

/**
 * One at a time: what is wanted meanwhile waits, and only the last of it is done. Ends when all that was wanted is done.
 *
 * @param otherwise is done after a failure, which has been said by then
 */
export function latest(work, otherwise = () => {}) {
  let under = null;
  let next = null;
  const go = async () => {
    try {
      while (next) {
        const wanted = next;
        next = null;
        await work(...wanted);
      }
    } catch (error) {
      failed(error);
      otherwise();
    } finally {
      under = null;
    }
  };
  return (...wanted) => {
    next = wanted;
    under ??= go();
    return under;
  };
}
