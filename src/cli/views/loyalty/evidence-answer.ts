import type { CountedShare } from '../../../domain/loyalty/counted-share.js';
import type { OrganisationLevel, OrganisationStructure } from '../../../domain/terms.js';
import { SHARE_FIELDS } from './shares.js';

const DIFFERENCE = 'difference low high tooFew';

/** What was said against what was done, as the command prints it. */
export const EVIDENCE_QUERY = `query Evidence($filter: AccountFilter) {
  loyaltyEvidence(filter: $filter) {
    outcomes stayed left accounts from to lateAnswers structuresKnownLater reading
    saidAgainstDone {
      about level reading apart { said stayed left } ofWould { ${SHARE_FIELDS} } ofWouldNot { ${SHARE_FIELDS} }
      cells { group said stayed outcomes accounts(first: 3) { totalCount nodes { id name } } }
    }
    calibration { instrument level structure bands { answer ${SHARE_FIELDS} } }
    foresight {
      structure reading levels { level stayed left area low high tooFew } managementLessOperations { stayed left ${DIFFERENCE} }
    }
    asking { instrument reading solicited { people answers mean } volunteered { people answers mean } ${DIFFERENCE} }
    recovery {
      reading groups { recovery ${SHARE_FIELDS} } withProblems { ${SHARE_FIELDS} }
      problemsLessNone { ${DIFFERENCE} } goodLessPoor { ${DIFFERENCE} } goodLessNone { ${DIFFERENCE} }
      rescores { reading groups { group people ${SHARE_FIELDS} } recoveredLessUntouched { ${DIFFERENCE} } }
    }
  }
}`;

/** What that query answers, as far as it is printed. */
export interface EvidenceAnswer {
  readonly loyaltyEvidence: {
    readonly outcomes: number;
    readonly reading: readonly string[];
    readonly saidAgainstDone: readonly TableAnswer[];
    readonly calibration: readonly CalibrationAnswer[];
    readonly foresight: readonly { readonly reading: string }[];
    readonly asking: readonly { readonly reading: string }[];
    readonly recovery: { readonly reading: string; readonly rescores: { readonly reading: string } };
  };
}

/** One table of said against done. */
export interface TableAnswer {
  readonly about: string;
  readonly level: OrganisationLevel | null;
  readonly reading: string;
  readonly cells: readonly {
    readonly group: string;
    readonly outcomes: number;
    readonly accounts: { readonly totalCount: number; readonly nodes: readonly { readonly name: string }[] };
  }[];
}

/** What the answers of one level to one instrument were worth. */
export interface CalibrationAnswer {
  readonly instrument: string;
  readonly level: OrganisationLevel;
  readonly structure: OrganisationStructure | null;
  readonly bands: readonly (CountedShare & { readonly answer: string })[];
}
