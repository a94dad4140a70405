import { isDeepStrictEqual } from 'node:util';

/** So many answers of each system are compared before it is measured. */
const COMPARED = 6;

/** An answer smaller than this share of the smallest one compared is taken for an error. */
const SUSPICIOUS = 0.3;

/**
 * Asks every lane the same and throws unless all answer the same: who does less is no measure. Notes how small an answer
 * may be. Of a write, what it made of the account is compared, once everybody has written.
 */
export async function compareAnswers(lanes) {
  const askAll = async (lane) => {
    lane.answers = await Promise.all(lane.requests.slice(0, COMPARED).map((request) => ask(lane, request)));
  };
  const [first, ...others] = lanes;
  if (first.writes) for (const lane of lanes) await askAll(lane);
  for (const lane of lanes) await askAll(lane);
  for (const lane of lanes) lane.smallest = SUSPICIOUS * Math.min(...lane.answers.map(({ size }) => size));
  for (const { name, answers } of others) {
    const differing = answers.findIndex(
      ({ data }, place) => !isDeepStrictEqual(data, first.answers[place].data),
    );
    if (differing === -1) continue;
    const [ours, theirs] = [first, { answers }].map(({ answers: all }) =>
      JSON.stringify(all[differing].data),
    );
    const at = [...ours].findIndex((letter, place) => letter !== theirs[place]);
    const part = (text) => text.slice(Math.max(0, at - 150), at + 150);
    throw new Error(`${first.name} and ${name} answer differently:\n${part(ours)}\n${part(theirs)}`);
  }
}

async function ask({ name, url, read }, { headers, body, setupRequest }) {
  const sent = setupRequest ? setupRequest({}).body : body;
  const response = await fetch(url, { method: 'POST', headers, body: sent });
  const text = await response.text();
  const answer = JSON.parse(text);
  if (answer.errors || !answer.data || /"error":\{/.test(text))
    throw new Error(`${name}: ${text.slice(0, 800)}`);
  return { data: sorted(comparable(read(answer.data))), size: text.length };
}

/** Writes make ids of their own: of a contact, the account as it stands afterwards can be compared; of an answer, its fate. */
function comparable(data) {
  if (data.logInteraction) return data.logInteraction.account;
  if (data.recordSatisfaction) return data.recordSatisfaction.results.map(({ status }) => status);
  return data;
}

/** Object keys in one order, so that a difference that is shown is one of content; without cursors, which are opaque. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .filter((key) => key !== 'endCursor')
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
