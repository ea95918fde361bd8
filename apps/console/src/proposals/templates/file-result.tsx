import type { TemplateFinding } from '@draftsmith/contracts';
import { useI18n } from '../../i18n/context.tsx';
import { ProblemText } from '../../shell/problem.tsx';
import type { TemplatePart } from '../endpoints.ts';
import { FindingList } from './finding-list.tsx';
import type { FileState } from './use-file-upload.ts';

/** What must be mended; the rest may stay. */
function errorsIn(findings: readonly TemplateFinding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

/** What the last upload came to. */
export function FileResult({ part, state }: { part: TemplatePart; state: FileState }) {
  const { m } = useI18n();
  const words = m.proposals.templates;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'busy':
      return <p>{words.uploading[part]}</p>;
    case 'taken':
      return <p className="form-done">{words.taken[part]}</p>;
    case 'not-a-logo':
      return <p className="form-problem">{words.notALogo}</p>;
    case 'conflict':
      return <p className="form-problem">{words.conflictFile}</p>;
    case 'refused':
      return (
        <p className="form-problem">
          <ProblemText error={state.problem} />
        </p>
      );
    case 'uploaded':
      return state.findings.length === 0 ? (
        <p className="form-done">{words.uploaded[part]}</p>
      ) : (
        <>
          <p className="form-done">{words.warnings(state.findings.length)}</p>
          <FindingList findings={state.findings} />
        </>
      );
    case 'unusable':
      return (
        <>
          <p className="form-problem">{words.refused(errorsIn(state.findings))}</p>
          <FindingList findings={state.findings} />
        </>
      );
  }
}
