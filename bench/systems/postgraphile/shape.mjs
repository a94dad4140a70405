/** PostGraphile's answers in the product's shape, to compare the two. */
export function inOurShape(answer, operation) {
  return operation === 'AtRisk'
    ? { atRiskAccounts: listOf(answer.atRiskAccounts) }
    : { account: mapOf(answer.account) };
}

const instant = (text) => (text === null ? null : new Date(text).toISOString());
const money = (amount, currency) => (amount === null ? null : { amount, currency });
const reasonsOf = (reasons) => reasons.map(({ code, weight, summary }) => ({ code, weight, summary }));
const answerOf = (answer) => ({ ...answer, answeredAt: instant(answer.answeredAt) });

function listOf({ nodes, pageInfo }) {
  return { nodes: nodes.map(atRiskOf), pageInfo };
}

function atRiskOf({ account, ...assessment }) {
  const { annualAmount, annualCurrency, stakeholders, ...rest } = account;
  const { amountAtRisk, currency, reasons, assessedAt, ...judged } = assessment;
  return {
    ...rest,
    annualValue: money(annualAmount, annualCurrency),
    assessment: {
      ...judged,
      assessedAt: instant(assessedAt),
      valueAtRisk: money(amountAtRisk, currency),
      reasons: reasonsOf(reasons),
    },
    stakeholders: { nodes: stakeholders.nodes.map(seatOf) },
  };
}

function seatOf({ person, answers, ...seat }) {
  return { ...seat, ...person, answers: { nodes: answers.nodes.map(answerOf) } };
}

function mapOf({ assessment, stakeholders, interactions, problems, team, ...account }) {
  return {
    ...account,
    assessment: { ...assessment, reasons: reasonsOf(assessment.reasons) },
    stakeholders: {
      nodes: stakeholders.nodes.map(({ reportsToId, ...seat }) => ({
        ...seatOf(seat),
        reportsTo: reportsToId === null ? null : { id: reportsToId },
      })),
    },
    interactions: { nodes: interactions.nodes.map(contactOf) },
    problems: { nodes: problems.nodes.map(problemOf) },
    team: team.nodes.map((member) => ({ ...member, counterparts: member.counterparts.nodes })),
  };
}

function contactOf({ occurredAt, stakeholders, ...contact }) {
  return { ...contact, occurredAt: instant(occurredAt), stakeholders: stakeholders.nodes };
}

function problemOf({ occurredAt, resolvedAt, ...problem }) {
  return { ...problem, occurredAt: instant(occurredAt), resolvedAt: instant(resolvedAt) };
}
