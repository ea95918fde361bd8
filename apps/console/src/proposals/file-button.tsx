import type { ReactNode } from 'react';

interface FileButtonProps {
  children: ReactNode;
  /** What the browser offers first; whoever wants can pick another kind. */
  accept: string;
  disabled?: boolean;
  primary?: boolean;
  onFile: (file: File) => void;
}

/** Asks for a file. The input itself is there for keyboards and screen readers; its looks are a button's. */
export function FileButton({ children, accept, disabled = false, primary = false, onFile }: FileButtonProps) {
  return (
    <label
      className={primary ? 'button button-primary file-button' : 'button file-button'}
      data-disabled={disabled || undefined}
    >
      {children}
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file, mended, can be chosen again.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
