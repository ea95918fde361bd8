import { createContext, useContext } from 'react';
import { type Formats, formatsOf } from '../format/formats.ts';
import { en, type Messages } from '../i18n/en.ts';

/** How the card talks to this person. */
export interface Words {
  m: Messages;
  formats: Formats;
}

export const WordsContext = createContext<Words>({ m: en, formats: formatsOf('en') });

export function useWords(): Words {
  return useContext(WordsContext);
}
