import type { CreateKitInput } from '../../advocacy/kits/kits.inputs.js';
import { OrganisationLevel } from '../../domain/terms.js';

const link = (title: string, path: string) => ({ title, url: `https://supplier.example/kits/${path}` });

/** What the advocates of the demo are equipped with, by key. */
export const DEMO_KITS = {
  ordering: {
    title: 'Orders without rework',
    version: '2',
    description:
      'What an order costs that is typed twice, worked out for a chain of pharmacies; one page and a sheet.',
    links: [link('The page', 'orders/page.pdf'), link('The sheet to work it out', 'orders/sheet.xlsx')],
    level: OrganisationLevel.MANAGEMENT,
  },
  scrap: {
    title: 'Scrap at the first pour',
    version: '1',
    description: 'Scrap before and after the change of moulds, with the figures of each shift.',
    links: [link('The figures', 'scrap/figures.pdf')],
    level: OrganisationLevel.MANAGEMENT,
  },
} satisfies Record<string, CreateKitInput>;

/** The key of a kit of the demo. */
export type KitName = keyof typeof DEMO_KITS;
