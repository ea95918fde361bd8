const RUSSIAN =
  /^[а-я]{2,}(?:[оеё]в|[иы]н|ск(?:ий|ого|ому|им|ом|ая|ой|ую)|цк(?:ий|ого|ому|им|ом|ая|ой|ую)|енко|чук|щук|[оеё]в(?:а|у|ым|е|ой|ых|ы)|[иы]н(?:а|у|ым|е|ой|ых)|швили|дзе|[ая]ян(?:а|у|ом)?|ович|евич)$/;
const LATIN =
  /^[a-z]{3,}(?:owsk[aiy]|ewsk[aiy]|insk[aiy]|nsk[aiy]|ck[ai]|icz|wicz|ovic|evic|ovich|evich|enko|chuk|czyk|czak|niak|ova|eva|sson|ssen|escu|opoulos|idis|akis|shvili|adze|yan|ovsky|evsky|insky|skiego|skiej|skiemu|ckiego)$/;
const PREFIXED = /^(?:mc|mac|o['’])[a-z]{3,}$/;
const PATRONYMIC =
  /^[а-я]{2,}(?:[оеё]вич(?:а|у|ем|е)?|[ьи]ич(?:а|у|ем|е)?|[оеё]вн(?:а|ы|е|у|ой)|[иы]ничн(?:а|ы|е|у|ой)|ьич(?:а|у|ом|е)?)$/;

/** Whether a folded word ends as surnames do that no list can hold: -ский, -енко, -owska, -sson. */
export function isSurnameByShape(folded: string): boolean {
  if (folded.length < 5) return false;
  return (folded.length >= 6 && RUSSIAN.test(folded)) || LATIN.test(folded) || PREFIXED.test(folded);
}

/** Whether a folded word is a patronymic in any case: "Петровна", "Ильичом". Nothing but a name is. */
export function isPatronymic(folded: string): boolean {
  return folded.length >= 6 && PATRONYMIC.test(folded);
}
