import type { AmplificationOutcome } from '../../../domain/advocacy/terms.js';
import type { OrganisationLevel } from '../../../domain/terms.js';
import type { Terminal } from '../../terminal.js';
import { wrap } from '../text-table.js';
import { codeInWords } from '../words.js';

/** Whom our advocates have reached, and who could reach the others. */
export const REACH_FIELDS = `advocates restsOnOnePerson levels { level known
  reached { stakeholder { fullName } by { advocate { fullName } outcome at } }
  unreached { stakeholder { fullName } nearest { advocate { stakeholder { fullName } } steps { to { fullName } } } } }`;

interface Named {
  readonly fullName: string;
}

/** What these fields answer. */
export interface ReachAnswer {
  readonly advocates: number;
  readonly restsOnOnePerson: boolean;
  readonly levels: readonly {
    readonly level: OrganisationLevel;
    readonly known: number;
    readonly reached: readonly {
      readonly stakeholder: Named;
      readonly by: readonly {
        readonly advocate: Named;
        readonly outcome: AmplificationOutcome;
        readonly at: string;
      }[];
    }[];
    readonly unreached: readonly {
      readonly stakeholder: Named;
      readonly nearest: readonly {
        readonly advocate: { readonly stakeholder: Named };
        readonly steps: readonly { readonly to: Named }[];
      }[];
    }[];
  }[];
}

type Level = ReachAnswer['levels'][number];

/** Each deciding level with who was reached by whom, and the way to who was not. */
export function reachLines({ levels, restsOnOnePerson }: ReachAnswer, { width }: Terminal): string[] {
  const lines = levels.flatMap((level) => [
    `${codeInWords(level.level)}: ${level.reached.length} of ${level.known} reached`,
    ...level.reached.map(reachedInWords),
    ...level.unreached.map(unreachedInWords),
  ]);
  const alone = restsOnOnePerson ? ['All that was said for us was said by one person.'] : [];
  return [...lines, ...alone].flatMap((line) => wrapped(line, width));
}

function reachedInWords({ stakeholder, by }: Level['reached'][number]): string {
  const times = by.map(
    ({ advocate, outcome, at }) => `${advocate.fullName} on ${at.slice(0, 10)} (${codeInWords(outcome)})`,
  );
  return `  ${stakeholder.fullName}: ${times.join(', ')}`;
}

function unreachedInWords({ stakeholder, nearest }: Level['unreached'][number]): string {
  const [way] = nearest;
  if (!way) return `  ${stakeholder.fullName}: not reached, and no advocate is near`;
  const names = [way.advocate.stakeholder, ...way.steps.map(({ to }) => to)].map(({ fullName }) => fullName);
  return `  ${stakeholder.fullName}: not reached; ${names.join(' > ')}`;
}

function wrapped(line: string, width: number): string[] {
  const indent = line.startsWith('  ') ? '  ' : '';
  return wrap(line.trim(), width - 4).map((part, index) => `${index === 0 ? indent : `${indent}  `}${part}`);
}
