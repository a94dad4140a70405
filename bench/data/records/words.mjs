/** What things are called in the data. Everything is made up. */
export const FIRST_NAMES =
  'Aline Bram Carla Dario Edda Falk Gitte Hugo Ines Jonas Katja Lorenz Mira Nils Olga Pavel Quinn Rosa Stefan Tilda Ugo Vera Wim Xenia Yara Zeno'.split(
    ' ',
  );
export const LAST_NAMES =
  'Abels Brandt Castro Dietz Ekberg Fabre Gruber Hoek Ivanov Jensen Keller Lindt Moreau Novak Olsen Peters Quint Rossi Sorel Tamm Ulrich Vogel Weber Young Zander Ahlers Bosch Correa Dahl Egger'.split(
    ' ',
  );
export const PLACES =
  'Ahrbeck Birkdale Corvane Duneford Elmhurst Farnley Gellen Harwick Isenau Jarrow Kelm Lorne'.split(' ');
export const TRADES =
  'Bearings Castings Dyes Foods Glass Logistics Mills Optics Paper Pumps Textiles Tools'.split(' ');
export const SEGMENTS = 'Automotive,Chemicals,Energy,Food,Health,Machinery,Public,Retail'.split(',');
export const CHANNELS = 'MEETING CALL EMAIL VISIT MESSAGE EVENT'.split(' ');
export const FUNCTIONS = 'SALES SERVICE FIELD SUPPORT ENGINEERING'.split(' ');
export const OUTCOMES = ['TOWARD_PARTNERSHIP', 'NEUTRAL', 'NEUTRAL', null, 'TOWARD_DISCONNECTION'];
export const NOTES = [
  'Spoke about the last deliveries and the plan for the quarter.',
  'They asked for a named contact in service.',
  'Walked through the line together; two points to follow up.',
  null,
];
export const TROUBLES = [
  'Late deliveries',
  'Wrong parts in the last lot',
  'Invoices do not match the orders',
  'Line stopped after the update',
  'Nobody answers the service number',
];
export const MANAGEMENT_TITLES =
  'Managing Director,Head of Purchasing,Plant Manager,Chief Operating Officer'.split(',');
export const OPERATIONS_TITLES =
  'Shift Lead,Maintenance Engineer,Buyer,Operator,Quality Inspector,Planner'.split(',');
