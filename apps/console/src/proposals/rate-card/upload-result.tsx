import type { RateCardSaved } from '@draftsmith/contracts';
import { useI18n } from '../../i18n/context.tsx';
import { ProblemText } from '../../shell/problem.tsx';
import type { Upload, UploadState } from './use-upload.ts';

/** Wrong lines that are shown; whoever has more mends these first. */
const SHOWN = 50;

/** What the last file came to. */
export function UploadResult({ upload }: { upload: Upload }) {
  const { m } = useI18n();
  const words = m.proposals.rateCard;
  const { state } = upload;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'checking':
      return <p>{words.checking}</p>;
    case 'replacing':
      return <p>{words.replacing}</p>;
    case 'not-utf8':
      return <p className="form-problem">{words.notUtf8}</p>;
    case 'too-large':
      return <p className="form-problem">{words.tooLarge}</p>;
    case 'refused':
      return (
        <p className="form-problem">
          <ProblemText error={state.problem} />
        </p>
      );
    case 'wrong':
      return <WrongLines problems={state.problems} />;
    case 'checked':
      return <Checked state={state} upload={upload} />;
    case 'replaced':
      return <Replaced state={state} upload={upload} />;
    case 'undone':
      return <p className="form-done">{words.undone}</p>;
  }
}

function WrongLines({ problems }: { problems: RateCardSaved['problems'] }) {
  const { m } = useI18n();
  const words = m.proposals.rateCard;
  return (
    <>
      <p className="form-problem">{words.wrongLines(problems.length)}</p>
      <ul className="wrong-lines">
        {problems.slice(0, SHOWN).map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            <strong>{words.line(line)}</strong>{' '}
            <span lang={message in words.problems ? undefined : 'en'}>{words.problems[message] ?? message}</span>
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <p className="field-hint">{words.moreLines(problems.length - SHOWN)}</p>}
    </>
  );
}

interface StepProps<Kind extends UploadState['kind']> {
  state: Extract<UploadState, { kind: Kind }>;
  upload: Upload;
}

/** Before anything is changed: what would be. */
function Checked({ state: { file, csv, changes }, upload }: StepProps<'checked'>) {
  const { m } = useI18n();
  const words = m.proposals.rateCard;
  const { added, removed, changed, same } = changes;
  if (added + changed + same === 0) return <p className="form-problem">{words.noneLeft}</p>;
  if (added + removed + changed === 0) {
    return (
      <p>
        {words.fileGood(file)} {words.nothingChanges}
      </p>
    );
  }
  return (
    <>
      <p>{words.fileGood(file)}</p>
      <ul className="plain-list">
        {(['added', 'removed', 'changed', 'same'] as const)
          .filter((name) => changes[name] > 0)
          .map((name) => (
            <li key={name}>{words.changes[name](changes[name])}</li>
          ))}
      </ul>
      <div className="part-actions">
        <button type="button" className="button button-primary" onClick={() => upload.replace(csv)}>
          {words.replace}
        </button>
        <button type="button" className="button" onClick={upload.cancel}>
          {words.cancel}
        </button>
      </div>
    </>
  );
}

function Replaced({ state: { before, count }, upload }: StepProps<'replaced'>) {
  const { m } = useI18n();
  const words = m.proposals.rateCard;
  return (
    <>
      <p className="form-done">{words.replaced(count)}</p>
      {before.length > 0 && (
        <div className="part-actions">
          <button type="button" className="button" onClick={() => upload.undo(before)}>
            {words.undo}
          </button>
        </div>
      )}
    </>
  );
}
