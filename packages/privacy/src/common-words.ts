/** Folded words that are names too: they count as a name only where their spelling or place says so. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `will may mark rose grace hope bill art frank max guy rich sue pat chase price young long short white black brown green
   king page day case post joy faith dawn june april august summer sandy rusty miles jack drew rob grant wade cliff dean
   glen heath lane lee reed brook brooks stone wood woods field fields hill hall park parks banks bush rice bell ball wall ward
   cook baker smith taylor mason carter porter fisher hunter butler singer star sky ivy olive ruby pearl amber crystal
   christian angel sky love early best good free small little major church rivers lake snow frost winter holiday world
   klein gross lange lang kurz koch bauer weiss schwarz braun stark ernst sommer winter herbst fromm jung alt neu reich
   frei fuchs wolf vogel berg stein busch ritter richter kaiser konig graf herr frau engel kraft gut sauer süss
   luz paz mar cruz sol rosa dolores flores leon franco delgado blanco rico moreno rubio bravo reyes campo campos rios
   esperanza consuelo mercedes pilar petit blanc roux grand leclerc marchand page rose claire clement constant
   вера надежда любовь роман слава мир лев роза лилия воля майя рада марта мороз мельник коваль кузнец волк заяц ворон
   орел сокол гусь жук король князь белый черный новый старый большой малый добрый хороший`
    .split(/\s+/)
    .map((word) => word.normalize('NFKD').replace(/\p{M}+/gu, '')),
);

/** Folded particles and titles within names; never a name on their own. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'de del la las los le les da das do dos di du van von der den dem ter ten zu zum zur el al bin ibn ben the and und y e mr mrs ms dr prof sr jr herr frau'.split(
    ' ',
  ),
);

/** Folded legal forms: part of a company's name, but not what tells it from others. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  `gmbh ag kg ohg ug se ev mbh co inc incorporated ltd limited llc llp plc corp corporation company sa sas sarl sl slu srl
   spa bv nv oy ab as aps lda ltda eireli ооо оао зао пао ао ип тоо тов фоп пп сп`.split(/\s+/),
);
