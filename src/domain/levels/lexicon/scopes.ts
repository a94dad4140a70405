import { OrganisationLevel } from '../../terms.js';

const { MANAGEMENT, OPERATIONS } = OrganisationLevel;

/** How the neighbour of a word decides whether the word means managing or working. */
export interface ScopeSource {
  /** The level when the word stands alone. */
  readonly alone: OrganisationLevel;
  /** The level with a neighbour that is on neither list. */
  readonly otherwise: OrganisationLevel;
  /** Neighbours that make it an individual's work: what is handled is an object, not a unit. */
  readonly individual?: string;
  /** Neighbours that make it a managing rank. */
  readonly managing?: string;
  /** True if the rank outweighs an occupation named beside it (`Owner Operator`). */
  readonly outweighs?: boolean;
}

/**
 * Scope rules by name. The neighbour is the word (or the two words) before an English or Germanic head, the first part
 * of a compound, and the first words after a head in languages that put the head first.
 */
export const SCOPE_RULES: Readonly<Record<string, ScopeSource>> = {
  manager: {
    alone: MANAGEMENT,
    otherwise: MANAGEMENT,
    individual: `acct, acc, proj, pgm, prog, prod, bus dev, biz dev, account, accounts, key account, key accounts, product, products, project, projects, program, programme, programs,
      programmes, case, cases, caseload, community, social media, content, relationship, relationships, territory, success, category, contract,
      contracts, event, events, partner, partnership, partnerships, alliance, alliances, channel, brand, campaign, release, change, incident,
      problem, scrum, client, engagement, bid, bids, proposal, proposals, tender, grant, grants, asset, portfolio, fund, wealth, money, investment,
      investments, business development, new business, service delivery, delivery, vendor, care, patient care, configuration, document, stakeholder, test, newsletter, seo, ppc,
      email, influencer, traffic, transition, implementation, onboarding, renewals, renewal, solution, talent, volunteer, study, trial, clinical trial,
      clinical research, crm, web, website, lead generation, demand generation, technical account, sales account, game, games, level, line producing, pr, crisis, shift,
      duty, night, floor, hr project, conference, wedding, travel, tour, artist, stage, equipment, cost, bd, loan, lead, customer relationship, customer account,
      projet, projets, produit, produits, compte, comptes clefs, grands comptes, comptes cles, proyecto, proyectos, producto, productos, cuenta, cuentas, marca, contenidos,
      comunidad, projeto, projetos, produto, produtos, conta, contas, progetto, progetti, prodotto, prodotti, commessa, clienti, clientes, clientele, chantier, rang, partie, equipe,
      equipo, turno, squadra, ligne, linea, bord, gare, quart, projekt, projekte, produkt, produkte, team, schicht, gruppen, bau, bauprojekt, baustellen, kunden, key account, prosjekt,
      projektu, projektow, produktu, projektow, proiect, proiecte, projekti, tuote, asiakas, skift, lag, ploeg, groep, proje, urun, musteri, zmiany, smeny, brygady, brygad,
      montage, bauleitung, ausbildungs, byggeprojekt, uppdrags, kund, kunde, avtals, event, verksamhetsprojekt, szef projektu, marke, kategori, inkoopcategorie, vuoro, tiimi, muszak, csoport, csapat, projektu it`,
    managing: 'team',
  },
  director: {
    alone: MANAGEMENT,
    otherwise: MANAGEMENT,
    individual:
      'art, film, movie, video, stage, theatre, theater, casting, funeral, music, choir, choral, band, tv, television, lighting, scene, fotografia, arte, cine, cinema, tournage, orquesta',
  },
  partner: {
    alone: MANAGEMENT,
    otherwise: MANAGEMENT,
    individual:
      'business, hr, people, talent, channel, sales, client, customer, finance, commercial, sourcing, learning, delivery, marketing, technology, it, culture, procurement, development, training, resources, acquisition, recruitment, recruiting, success, solution, account, communications',
  },
  controller: {
    alone: MANAGEMENT,
    otherwise: MANAGEMENT,
    individual:
      'traffic, document, documents, quality, stock, inventory, production, credit, cost, project, material, materials, movement, pest, business, junior, flight, fleet, logistics, sales, budget, room, process, data, approach, vertriebs, werks, beteiligungs, konzern, produktions, personal, medical',
  },
  leader: {
    alone: MANAGEMENT,
    otherwise: MANAGEMENT,
    individual:
      'team, squad, shift, crew, group, project, line, cell, section, youth, activity, worship, tour, scout, technical, tech, process, quality, test, opinion, thought, product, brand, pack',
  },
  administrator: {
    alone: OPERATIONS,
    otherwise: OPERATIONS,
    managing:
      'hospital, school, city, county, home, district, town, village, court, regional, deputy, chief, unico, delegado, delegato, general, geral, health care, healthcare',
  },
  officer: {
    alone: OPERATIONS,
    otherwise: OPERATIONS,
    managing: 'executive, commanding, corporate, principal, responsible, presiding, chief, managing, general',
  },
  executive: {
    alone: MANAGEMENT,
    otherwise: OPERATIONS,
    managing:
      'chief, senior, sr, business, group, company, top, c level, level, hotel, general, industry, technology, media, retired, experienced, corporate, managing, deputy chief',
  },
  owner: {
    alone: MANAGEMENT,
    otherwise: MANAGEMENT,
    outweighs: true,
    individual:
      'product, process, data, service, system, application, risk, problem, platform, feature, backlog, control, solution, asset, policy, epic, content, value stream, stream, technical product, domain, component, journey, epics, project',
  },
  secretary: {
    alone: OPERATIONS,
    otherwise: OPERATIONS,
    managing: 'company, corporate, permanent, cabinet, general, deputy, press, home, foreign, town, state',
  },
  counsel: { alone: OPERATIONS, otherwise: OPERATIONS, managing: 'general, chief, managing, group' },
  editor: { alone: OPERATIONS, otherwise: OPERATIONS, managing: 'managing, chief, executive' },
  principal: { alone: MANAGEMENT, otherwise: MANAGEMENT, individual: 'staff' },
  registrar: {
    alone: MANAGEMENT,
    otherwise: MANAGEMENT,
    individual: 'specialist, medical, surgical, specialty, psychiatry, paediatric, museum, collections',
  },
  warden: { alone: MANAGEMENT, otherwise: OPERATIONS, managing: 'prison, deputy, jail' },
  cook: {
    alone: OPERATIONS,
    otherwise: OPERATIONS,
    managing: `service, services, departement, department, division, entreprise, agence, secteur, etablissement, vente, ventes, achats, personnel, comptable, unite, unites,
      bureau, pole, mission, cabinet, centre, site, usine, it, hr, ekonomi, salgs, okonomi, hr og, marketing, finance, logistics, logistique, production, exploitation,
      laboratoire, section, filiale, magasin, rayon, adjoint, etat, delegation, informatique, inkop, teknik, drift, afdelings, salg, lager, laboratorium, kvalitets`,
  },
};
