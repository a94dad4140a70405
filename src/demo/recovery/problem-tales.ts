import { RiskReasonCode } from '../../domain/judgement-terms.js';
import { Channel, ProblemKnowledge, Severity } from '../../domain/terms.js';
import { LOOKED, type Happening, type SeatName } from './events.js';

const { TOLD_OF_PROBLEM, TOLD_OF_RESOLUTION, CONFIRMED_SOLVED } = ProblemKnowledge;
const { RESOLUTION_UNTOLD } = RiskReasonCode;

/** What happened at one account: days before today, and what. */
export type Tale = readonly (readonly [daysAgo: number, happening: Happening])[];

const reported = (problem: string, severity: Severity, title: string, ...by: SeatName[]): Happening => ({
  what: 'reported',
  problem,
  title,
  severity,
  by,
});
const told = (problem: string, knowledge: ProblemKnowledge, ...people: SeatName[]): Happening => ({
  what: 'told',
  problem,
  knowledge,
  people,
});
const resolved = (problem: string, reason: string): Happening => ({ what: 'resolved', problem, reason });

/** Problems, who heard of them and who heard that they are solved, by account. */
export const PROBLEM_TALES: Readonly<Record<string, Tale>> = {
  /** Management heard of the trouble, and never of its end: open today. */
  'Pellworm Bearings': [
    [62, reported('grease', Severity.HIGH, 'Bearings arrive without the agreed grease', 'o0', 'o2')],
    [55, told('grease', TOLD_OF_PROBLEM, 'm0', 'm1')],
    [34, resolved('grease', 'The filling station was repaired, and every batch is weighed.')],
    [30, told('grease', CONFIRMED_SOLVED, 'o0', 'o2')],
    [15, LOOKED],
  ],
  /** The same, and our people let it rest. */
  'Orchard Lane Foods': [
    [55, reported('labels', Severity.MEDIUM, 'Allergen labels printed in the wrong language', 'o1')],
    [45, told('labels', TOLD_OF_PROBLEM, 'm0')],
    [24, resolved('labels', 'Label templates are released by two people.')],
    [15, told('labels', CONFIRMED_SOLVED, 'o1')],
    [12, { what: 'acknowledged', code: RESOLUTION_UNTOLD }],
  ],
  /** The reverse: management complained and was told; those who suffer from it were not. */
  'Solvane Energy': [
    [62, reported('invoices', Severity.MEDIUM, 'Invoices do not show the meter numbers', 'm1')],
    [55, told('invoices', TOLD_OF_PROBLEM, 'o0', 'o3')],
    [30, resolved('invoices', 'Invoices carry the meter numbers since this month.')],
    [24, told('invoices', TOLD_OF_RESOLUTION, 'm0', 'm1')],
  ],
  /** Told in a meeting; a week later the flag closed by itself. */
  'Vantaa Lakes Water': [
    [110, reported('pressure', Severity.HIGH, 'Pressure alarms reach the control room late', 'o0', 'o1')],
    [62, told('pressure', TOLD_OF_PROBLEM, 'm0', 'm2')],
    [55, resolved('pressure', 'The gateway was replaced.')],
    [45, told('pressure', CONFIRMED_SOLVED, 'o0', 'o1')],
    [
      24,
      {
        what: 'met',
        problem: 'pressure',
        knowledge: TOLD_OF_RESOLUTION,
        people: ['m0', 'm2'],
        channel: Channel.MEETING,
        notes:
          'Showed the alarm times before and after the new gateway; they want the figures every quarter.',
      },
    ],
    [15, LOOKED],
  ],
  /** Flat, and management never knew: nothing to tell, nothing raised. */
  'Corvane Robotics': [
    [62, reported('gripper', Severity.MEDIUM, 'Gripper firmware loses its calibration', 'o0', 'o1')],
    [34, resolved('gripper', 'Firmware 4.2 keeps the calibration through a restart.')],
    [34, told('gripper', CONFIRMED_SOLVED, 'o0', 'o1', 'o2', 'o3')],
  ],
  /** Told, and then it came back: what they were told counts no longer. */
  'Lunaro Imaging': [
    [
      110,
      reported('archive', Severity.HIGH, 'Images arrive in the archive without their series', 'o0', 'o2'),
    ],
    [62, resolved('archive', 'The import waits until a series is complete.')],
    [55, told('archive', CONFIRMED_SOLVED, 'o0')],
    [12, { what: 'reopened', problem: 'archive', reason: 'It happened again after the last update.' }],
  ],
  /** The same thing twice within a year. */
  'Helios Rooftop': [
    [200, reported('inverter-1', Severity.LOW, 'Inverter app shows no data', 'o1')],
    [150, resolved('inverter-1', 'The server was restarted.')],
    [110, told('inverter-1', CONFIRMED_SOLVED, 'o1')],
    [12, reported('inverter-2', Severity.LOW, 'Inverter app shows no data again', 'o1')],
  ],
  'Karst Geothermal': [
    [24, reported('pump', Severity.CRITICAL, 'Heat pump controller stops without an alarm', 'o0', 'o1')],
    [15, told('pump', TOLD_OF_PROBLEM, 'm0')],
    [12, { what: 'acknowledged', code: RiskReasonCode.PROBLEM_OPEN }],
  ],
  'Aldermoor Castings': [
    [12, reported('pallets', Severity.MEDIUM, 'Pallets come without their delivery notes', 'o2')],
    [5, told('pallets', TOLD_OF_PROBLEM, 'o0')],
  ],
};

/** What people did to flags, by account. */
export const FLAG_TALES: Readonly<Record<string, Tale>> = {
  'Rautasalo Rail': [
    [34, LOOKED],
    [5, { what: 'snoozed', code: RiskReasonCode.DECIDING_LEVEL_SILENT, forDays: 21 }],
  ],
  'Quarrington Glass': [
    [
      12,
      {
        what: 'closed',
        code: RiskReasonCode.ONE_PERSON_RELATIONSHIP,
        reason: 'A colleague comes along from next month on.',
      },
    ],
  ],
};
