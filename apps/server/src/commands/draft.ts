import { AppError } from '@draftsmith/errors';
import { createLogger } from '@draftsmith/logger/winston';
import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import { draftFile } from './draft-file.ts';
import { draftResource } from './draft-resource.ts';

interface DraftOptions {
  file?: string;
  knowledge?: string[];
  dryRun?: boolean;
  json?: boolean;
  signature?: string;
}

export function draftCommand(environment: CommandEnvironment): Command {
  return new Command('draft')
    .description('Write drafts now: for one ticket of a connected system, or for a file of exported tickets')
    .argument('[connector]', 'e.g. zendesk')
    .argument('[resource]', "the ticket's number")
    .option(
      '--file <file>',
      'CSV or JSON lines of tickets: id, subject, body, language?, answer? ("-" is standard input)',
    )
    .option('--knowledge <file...>', 'articles or answered tickets to draft from, CSV or JSON lines')
    .option('--signature <text>', 'closes each draft written for a file')
    .option('--dry-run', 'write nothing back to the connected system')
    .option('--json', 'one JSON document (a file always gives JSON lines)')
    .action(async (connector: string | undefined, resource: string | undefined, options: DraftOptions) => {
      const logger = createLogger({ level: 'error' });
      if (options.file !== undefined && connector !== undefined)
        throw new AppError('invalid', 'Expected either a ticket or --file, not both');
      if (options.file) return draftFile(environment, { ...options, file: options.file }, logger);
      if (connector && resource) return draftResource(environment, { connector, resource, ...options }, logger);
      throw new AppError(
        'invalid',
        'Expected a ticket (draftsmith draft zendesk 123) or a file (draftsmith draft --file tickets.csv)',
      );
    });
}
