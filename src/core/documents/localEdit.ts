import type { TextEdit } from '../text/edit';

/** An edit of the file that an editor works on. */
export type LocalEdit = Omit<TextEdit, 'path'>;
