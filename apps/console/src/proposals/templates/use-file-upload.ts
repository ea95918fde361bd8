import type { TemplateFinding, TemplateSaved } from '@draftsmith/contracts';
import { useState } from 'react';
import { problemKind } from '../../api/request.ts';
import type { AccountName } from '../../router/route.ts';
import { removePart, type TemplatePart, uploadPart } from '../endpoints.ts';
import { editedTemplate, readTemplate, type TemplateEditor } from './template-kind.ts';

/** Bytes, as the server limits them. */
const LIMITS: Record<TemplatePart, number> = { document: 4 * 1024 * 1024, logo: 512 * 1024 };

export type FileState =
  | { kind: 'idle' | 'busy' | 'taken' | 'not-a-logo' | 'conflict' }
  | { kind: 'uploaded'; findings: readonly TemplateFinding[] }
  /** Nothing was changed. */
  | { kind: 'unusable'; findings: readonly TemplateFinding[] }
  | { kind: 'refused'; problem: unknown };

/** A file of a template on its way: it is in use, or says why it cannot be. What is typed meanwhile stays. */
export function useFileUpload(account: AccountName, editor: TemplateEditor, part: TemplatePart) {
  const [state, setState] = useState<FileState>({ kind: 'idle' });

  const during = async (work: () => Promise<TemplateSaved>, done: (saved: TemplateSaved) => FileState) => {
    setState({ kind: 'busy' });
    try {
      const saved = await work();
      if (saved.template) editor.moveTo(editedTemplate(account, saved.template));
      setState(saved.template ? done(saved) : { kind: 'unusable', findings: saved.findings });
    } catch (problem) {
      setState(await met(problem));
    }
  };
  /** What somebody else changed is shown before anything is tried again. */
  const met = async (problem: unknown): Promise<FileState> => {
    const theirs =
      problemKind(problem) === 'conflict' ? await readTemplate(account, editor.base.id).catch(() => null) : null;
    if (!theirs) return { kind: 'refused', problem };
    editor.meet(theirs);
    return { kind: 'conflict' };
  };

  return {
    state,
    send(file: File) {
      if (file.size <= LIMITS[part])
        return during(
          () => uploadPart(account, editor.base, part, file),
          ({ findings }) => ({ kind: 'uploaded', findings }),
        );
      return setState(part === 'logo' ? { kind: 'not-a-logo' } : { kind: 'unusable', findings: [TOO_LARGE] });
    },
    take: () =>
      during(
        () => removePart(account, editor.base, part),
        () => ({ kind: 'taken' }),
      ),
  };
}

const TOO_LARGE: TemplateFinding = { code: 'too-large', severity: 'error' };
