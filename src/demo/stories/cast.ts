import type { NewUser } from '../../access/access.service.js';
import { Role } from '../../domain/rights.js';
import { OurFunction } from '../../domain/terms.js';

const OUR_DOMAIN = 'supplier.example';

/** The address of one of our people. */
export function ourEmail(name: string): string {
  return `${name}@${OUR_DOMAIN}`;
}

const ours = (name: string, role: Role, inFunction: OurFunction): NewUser => ({
  email: ourEmail(name.toLowerCase().replace(' ', '.')),
  name,
  role,
  function: inFunction,
});

/** Our people. None of the names here or below stands for a real person. */
export const OUR_PEOPLE: readonly NewUser[] = [
  ours('Ines Albrecht', Role.ACCOUNT_MANAGER, OurFunction.SALES),
  ours('Tomasz Wolny', Role.ACCOUNT_MANAGER, OurFunction.SALES),
  ours('Priya Raman', Role.ACCOUNT_MANAGER, OurFunction.SALES),
  ours('Jonas Eklund', Role.ACCOUNT_MANAGER, OurFunction.SALES),
  ours('Mireille Caron', Role.SALES_LEADER, OurFunction.SERVICE),
  ours('Daniel Osei', Role.SALES_LEADER, OurFunction.SUPPORT),
  ours('Helena Brandt', Role.ADMIN, OurFunction.MANAGEMENT),
];

/** Who of our people meets customers beside the owner. */
export const COLLEAGUES: readonly string[] = ['mireille.caron', 'daniel.osei'].map(ourEmail);

export const FIRST_NAMES = (
  'Amelie Anders Beatriz Bogdan Camille Cedric Dagmar Dario Elina Emeka Farah Felix Greta Gustavo Hanna Henrik Imani ' +
  'Ivo Jana Joaquim Katrin Kofi Lena Lorenzo Maja Mateusz Nadia Nils Olivia Oskar Paula Pavel Quirin Rana Rasmus Sanne ' +
  'Silvio Tamar Theo Ulla Valentin Vera Wanda Wim Yara Yusuf Zofia Zoran'
).split(' ');

export const LAST_NAMES = (
  'Abendroth Akintola Almgren Barreiro Bielecki Brandvold Castelnau Cvetkovic Dahlke Delacroix Eriksen Fontanelli ' +
  'Gallagher Grimaldi Haugland Hoekstra Iversen Jankowski Kallas Kirchner Laurila Lefebvre Lindgaard Marchetti ' +
  'Mbeki-Stone Novotny Oduya Ortega Pellegrini Petrov Quintero Rasmussen Rosenthal Sadowski Sandoval Tanaka Thorsen ' +
  'Uhlmann Valkenburg Vasquez Westergaard Winther Xenakis Yildiz Zimmerhackl'
).split(' ');

/** Titles of those who select, fund, approve or renew; the first decides. */
export const MANAGEMENT_TITLES = [
  'Managing Director',
  'Chief Financial Officer',
  'Head of Procurement',
  'Operations Director',
  'IT Director',
] as const;

/** Titles of those who work with what we deliver; the first is our champion. */
export const OPERATIONS_TITLES = [
  'Shift Supervisor',
  'Process Engineer',
  'Maintenance Technician',
  'Systems Administrator',
  'Planner',
  'Quality Inspector',
] as const;
