import type { ProposalVersionView } from '@draftsmith/contracts';
import { Alert } from '@hubspot/ui-extensions';
import { useWords } from '../parts/words.ts';

/** What a person should know before they trust this version. */
export function Notices({ version }: { version: ProposalVersionView }) {
  const { m } = useWords();
  return (
    <>
      {version.outdated && (
        <Alert variant="warning" title={m.problems.outdated.title}>
          {m.problems.outdated.text}
        </Alert>
      )}
      {version.approval === 'asked' && (
        <Alert variant="warning" title={m.review.approval}>
          {m.review.approvalText}
        </Alert>
      )}
      {!version.writer.modelWritten && (
        <Alert variant="info" title={m.review.noModel}>
          {m.review.noModelText}
        </Alert>
      )}
      {version.refused > 0 && (
        <Alert variant="info" title={m.review.refused(version.refused)}>
          {m.review.refusedText}
        </Alert>
      )}
    </>
  );
}
