import * as terms from '../../domain/terms.js';
import { register } from './register.js';

/** The words of the map and of what is recorded on it. */
export function registerMapEnums(): void {
  register(
    'OrganisationLevel',
    terms.OrganisationLevel,
    "Where somebody sits in the customer's organisation.",
    {
      OPERATIONS: 'Works with what we deliver and feels its problems first.',
      MANAGEMENT: 'Selects, funds, approves or renews it.',
      UNKNOWN: 'Not known; never silently treated as operations.',
    },
  );
  register('OrganisationStructure', terms.OrganisationStructure, 'Who decides about us.', {
    HIERARCHICAL: 'Few people at the top: management decides, and satisfied operations prove nothing.',
    FLAT: 'The people who use it: operations decide, and what management says is weak evidence.',
    UNKNOWN: 'Not known: both levels count as deciding, and finding out is a next step.',
  });
  register('Basis', terms.Basis, 'What a level or a structure rests on.', {
    STATED: 'A person or a CRM field said so; never overwritten by an inference.',
    INFERRED: 'Concluded from signals, which are kept.',
  });
  register('AccountKind', terms.AccountKind, 'What kind of account it is.', {
    CUSTOMER: 'A customer.',
    INTERNAL: 'A department of ours that another department serves; outside all revenue figures.',
  });
  register('StakeholderRole', terms.StakeholderRole, "What somebody's voice counts for at the account.", {
    DECISION_MAKER: 'Decides whether we are chosen and kept.',
    APPROVER: 'Must agree to the decision.',
    INFLUENCER: 'Is listened to by those who decide.',
    CHAMPION: 'Speaks for us among colleagues.',
    USER: 'Works with what we deliver.',
    GATEKEEPER: 'Decides who gets through to whom.',
  });
  register('OurFunction', terms.OurFunction, 'A function of our own organisation that meets the customer.', {
    SALES: 'Sales.',
    SERVICE: 'Service.',
    FIELD: 'Field work at the customer.',
    SUPPORT: 'Support.',
    ENGINEERING: 'Engineering.',
    FINANCE: 'Finance.',
    LOGISTICS: 'Logistics.',
    MARKETING: 'Marketing.',
    MANAGEMENT: 'Management.',
    OTHER: 'Any other.',
  });
  register('Provenance', terms.Provenance, 'Who says so; the two are never averaged together.', {
    CUSTOMER_STATED: 'The customer.',
    OUR_ESTIMATE: 'Our own people, after a contact.',
  });
  register('Channel', terms.Channel, 'How we met.', {
    MEETING: 'A meeting.',
    CALL: 'A call.',
    EMAIL: 'E-mail.',
    VISIT: 'A visit at theirs or ours.',
    MESSAGE: 'A message.',
    EVENT: 'An event.',
    TICKET: 'A ticket.',
    OTHER: 'Some other way.',
  });
  register('InteractionOutcome', terms.InteractionOutcome, 'Which way a contact moved the relationship.', {
    TOWARD_PARTNERSHIP: 'Closer together.',
    NEUTRAL: 'Neither way.',
    TOWARD_DISCONNECTION: 'Further apart.',
  });
  register('Measure', terms.Measure, 'What an instrument measures.', {
    SATISFACTION: 'Satisfaction.',
    ADVOCACY: 'Whether they would recommend us.',
    INTENTION: 'Whether they would stay; has no score.',
  });
}
