import { AppError } from '@draftsmith/errors';
import { type AskedPerson, erase, exportPerson, findErasable } from '@draftsmith/personal-data';
import express, { Router } from 'express';
import { z } from 'zod';
import { type PersonParts, personDeps } from './person-deps.ts';

const list = z.array(z.string().min(1).max(500)).max(50);
const person = z.strictObject({ emails: list, phones: list, names: list, accountNumbers: list });

/**
 * Export and erase for the command line, where a server holds the embedded database. By POST and with a JSON body, so that
 * whom they are about stands in no address.
 */
export function personRoutes(parts: PersonParts): Router {
  const { exporting, erasing } = personDeps(parts);
  const router = Router();
  router.use('/person', express.json({ limit: '64kb' }));
  router.post('/person/export', async (req, res) => {
    res.json(await exportPerson(exporting, personIn(req.body)));
  });
  router.post('/person/look', async (req, res) => {
    res.json(await findErasable(erasing, personIn(req.body)));
  });
  router.post('/person/erase', async (req, res) => {
    res.json(await erase(erasing, personIn(req.body)));
  });
  return router;
}

/** What was sent is not repeated: it names a person. */
function personIn(body: unknown): AskedPerson {
  const { data } = person.safeParse(body);
  if (data) return data;
  throw new AppError('invalid', 'Expected emails, phones, names and accountNumbers, lists of up to 50 texts each', {
    code: 'person.expected',
  });
}
