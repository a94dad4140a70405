import type { Example } from './example.reader.js';

/** A tab of the editor: a question that works as it stands, with a word on what it is good for. */
export interface Question {
  query: string;
  variables?: string;
}

const AT_RISK = `# Which accounts are at risk and why: most value first.
# Run it with the red button or Ctrl-Enter.
# Your key is in place, see "Headers" below.
query AccountsAtRisk {
  atRiskAccounts(first: 10) {
    totalCount
    nodes {
      id
      name
      structure # who decides about us
      assessment {
        risk # 0 to 1; at risk from 0.5 on
        valueAtRisk { amount currency }
        reasons { code weight summary } # heaviest first
        # Are the levels of different minds, and what to do?
        divergence { direction grade nextAction }
      }
    }
  }
}
`;

const MAP_OF_ACCOUNT = `# One account: its people on their levels, how each level
# stands, and the latest contacts. Which one is said in
# the variables below.
query AccountMap($account: RefInput!) {
  account(ref: $account) {
    name
    structure
    assessment {
      standing
      levels { level known heard score low high lastHeardAt lastContactAt }
    }
    stakeholders(first: 20) {
      nodes { id fullName title level levelBasis roles reportsTo { fullName } }
    }
    interactions(first: 5) {
      nodes { occurredAt channel outcome notes }
    }
  }
}
`;

const LOG_INTERACTION = `# Records a contact. The account is judged anew before
# the answer comes back. The variables say who and when.
mutation LogInteraction($contact: LogInteractionInput!) {
  logInteraction(input: $contact) {
    interaction { id occurredAt }
    account { name assessment { standing risk reasons { code summary } } }
  }
}
`;

/** Shows the form of an id while there is nobody to name. */
const SOME_ID = '00000000-0000-7000-8000-000000000000';

/** The tabs that are open at the first visit, about `example`; `today` fills in the date of the contact. */
export function firstQuestions(today: string, example: Example | null): Question[] {
  const { accountId, stakeholderId } = example ?? { accountId: SOME_ID, stakeholderId: SOME_ID };
  const contact = {
    account: { id: accountId },
    stakeholders: [{ id: stakeholderId }],
    channel: 'CALL',
    occurredAt: `${today}T00:00:00Z`,
    outcome: 'TOWARD_PARTNERSHIP',
    notes: 'Asked how the new reports work out.',
  };
  return [
    { query: AT_RISK },
    { query: MAP_OF_ACCOUNT, variables: JSON.stringify({ account: { id: accountId } }, null, 2) },
    { query: LOG_INTERACTION, variables: JSON.stringify({ contact }, null, 2) },
  ];
}
