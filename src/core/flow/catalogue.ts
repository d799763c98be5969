import type { Catalogue } from '../messages/message';
import { flowMessages } from './messages/en';

/** The English texts of everything a play says. */
export const flowCatalogue: Catalogue = flowMessages;
