/** A name as the source system has it, and as somebody writes it. */
export interface Spelled {
  name: string;
  written: string;
}

/** Written by hand, with the father's name, so that cases can be formed. */
export const RUSSIANS =
  `Павел Ильич Голубкин|Андрей Сергеевич Щукин|Тимур Рустамович Шевчук|Игорь Львович Соловьёв|Пётр Фёдорович Жуковский
  |Лев Николаевич Мышкин|Юрий Алексеевич Цветаев|Фёдор Юрьевич Хрущёв|Дмитрий Яковлевич Ющенко|Сергей Евгеньевич Объедков
  |Илья Ильич Чайкин|Николай Эдуардович Подъячев|Серафима Петровна Воскресенская|Юлия Андреевна Кузьмичёва|Ольга Игоревна Щербакова
  |Наталья Юрьевна Ярцева|Любовь Дмитриевна Цой|Мария Ильинична Хохлова|Евгения Фёдоровна Жданова|Дарья Львовна Эйдельман
  |Софья Андреевна Толстая|Ксения Эльдаровна Якушева|Зоя Анатольевна Мельник|Алёна Вячеславовна Белых`
    .split('|')
    .map((name) => name.trim());

/** Names of other scripts' people as Russians hear and write them. */
export const HEARD =
  pairs(`Tobias Pemberton|Тобиас Пембертон,Friederike Hasselhorst|Фридерике Хассельхорст,Wolfgang Müller|Вольфганг Мюллер,
  Jennifer Thompson|Дженнифер Томпсон,William Johnson|Уильям Джонсон,Friedrich Schneider|Фридрих Шнайдер,Giovanni Rossi|Джованни Росси,
  José García|Хосе Гарсия,Katarzyna Nowak|Катажина Новак,Pieter de Vries|Питер де Врис,João Silva|Жуан Силва,Charlotte Hughes|Шарлотта Хьюз,
  George Wright|Джордж Райт,Jean-Pierre Dubois|Жан-Пьер Дюбуа,Michael Brown|Майкл Браун,Stefan Zimmermann|Штефан Циммерман,
  Robert Miller|Роберт Миллер,Emma Watson|Эмма Уотсон,Heinrich Bach|Генрих Бах,Peter Schulz|Петер Шульц`);

export const POLISH =
  pairs(`Adam Kowalski|Adama Kowalskiego,Adam Kowalski|Adamem Kowalskim,Anna Nowak|Annę Nowak,Anna Kowalska|Anny Kowalskiej,Piotr Zieliński|Piotrowi Zielińskiemu,
  Marek Dudek|Marka Dudka,Tomasz Wójcik|Tomaszem Wójcikiem,Ewa Lewandowska|Ewą Lewandowską,Jan Mazur|Janowi Mazurowi,Katarzyna Wrona|Katarzynie Wronie,
  Paweł Gołąb|Pawła Gołębia,Maria Sikora|Marii Sikory,Andrzej Krawczyk|Andrzejowi Krawczykowi,Krzysztof Pawlak|Krzysztofa Pawlaka`);

/** Called by name: "Anno!", "Олено!", "Ань", "Dear Mr Petrov" needs nothing. */
export const VOCATIVES =
  pairs(`Anna Kowalska|Anno,Piotr Nowak|Piotrze,Tomasz Lis|Tomaszu,Marek Dudek|Marku,Ewa Sikora|Ewo,Krzysztof Pawlak|Krzysztofie,
  Олена Шевчук|Олено,Андрій Мельник|Андрію,Іван Коваль|Іване,Оксана Бондар|Оксано,Галина Мороз|Галино,Марина Белова|Марин,Наталья Жукова|Наталь,
  Светлана Орлова|Светлан,Татьяна Гусева|Татьян,Ирина Зайцева|Ирин,Полина Крылова|Полин`);

/** "on record|written" with commas between. */
function pairs(list: string): readonly Spelled[] {
  return list.split(',').map((pair) => {
    const [name = '', written = ''] = pair.trim().split('|');
    return { name, written };
  });
}
