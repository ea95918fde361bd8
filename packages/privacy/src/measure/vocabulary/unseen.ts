import type { Language } from './vocabulary.ts';
import type { Words } from './words.ts';

/** Written by hand like `handwritten.ts`, and used with the held-out templates alone: no rule was tuned to one of them. */
export const UNSEEN: Readonly<Record<Language, Words>> = {
  en: {
    first:
      'Delphine Octavia Rupert Leander Zainab Tamsin Gideon Marguerite Kofi Bronwen Ambrose Noor Lachlan Philomena',
    last: 'Ashdown Wolstenholme Adeyemi Featherstone Cholmondeley Vandermeer Balasubramanian Kilbride Ollerenshaw Prendergast Tremblay Stanhope Ikeda Musgrave',
    city: 'Shrewsbury Tallahassee Geelong Dunedin Aberystwyth Moncton Sheboygan Penzance Yonkers Limerick',
    company:
      'Halberd Freight Ltd|Quayside Robotics Inc.|Larchmont Capital LLC|Ollerton & Sons|Peregrine Optics Group|Saltmarsh Corp',
    street:
      '## Juniper Close|#### W Stone Mill Drive|## Canal Street|### Foxglove Avenue, Unit ##|#### Harbour View Road|## Station Road',
  },
  de: {
    first: 'Mechthild Eike Liselotte Burkhard Heidrun Torsten Gundula Arndt Sieglinde Volkmar',
    last: 'Heidenreich Pfefferkorn Rosenstiel Wohlgemuth Katzenbach Drechsler Überschär Mittelstädt Löwenthal Nachtigall',
    city: 'Bielefeld Göttingen Zwickau Kaiserslautern Stralsund Konstanz Hildesheim Memmingen',
    company: 'Falkenhof Logistik GmbH|Rosenstiel & Partner|Alpenglas AG|Druckhaus Weserland KG|Blaubach Systeme UG',
    street: 'Kastanienweg ##|Goethestraße ##b|Am Stadtpark #|Bahnhofstr. ##|Neuer Markt #|Lerchenstieg ##',
  },
  fr: {
    first: 'Apolline Gauthier Océane Firmin Léocadie Ludovic Mathurin Perrine Anatole Séverine',
    last: 'Chauvelin Dubreuil Lagardère Escoffier Marchandeau Trémolières Bonnefoy Castelnau Peyrac Villeneuve',
    city: 'Chambéry Saint-Brieuc Montauban Limoges Annecy Niort Béziers Laval',
    company: 'Verrerie Castelnau SARL|Menuiserie Dubreuil|Groupe Armorique|Cycles Peyrac SAS|Bonnefoy et Fils',
    street:
      '## rue de la République|# ter, avenue Jean Jaurès|### quai des Bateliers|## allée des Tilleuls|# impasse du Moulin',
  },
  es: {
    first: 'Asunción Unai Candelaria Eulalia Bartolomé Jimena Rigoberto Amparo Leandro Graciela',
    last: 'Goikoetxea Ballesteros Santamaría Cifuentes Olazábal Maldonado Lizarraga Quintanilla Barrientos Echeverría',
    city: 'Zamora Huelva Guadalajara Mendoza Cochabamba Pontevedra Teruel Antofagasta',
    company: 'Bodegas Quintanilla S.L.|Ferretería Olazábal S.A.|Grupo Tamarindo|Imprenta Lizarraga e Hijos',
    street: 'Calle San Bernardo, ##|Avda. de América ##|C/ Serrano ##|Plaza de España, #|Paseo del Prado ##',
  },
  pt: {
    first: 'Leonor Caetano Filomena Otávio Guiomar Edmilson Perpétua Nuno Zulmira Wagner',
    last: 'Brandão Monteiro Pacheco Siqueira Valadares Loureiro Trindade Queirós Fagundes Medeiros',
    city: 'Londrina Braga Setúbal Maceió Viseu Pelotas Leiria Blumenau',
    company: 'Moveis Valadares Ltda|Editora Loureiro S.A.|Pescados Medeiros Lda.|Grupo Jacarandá',
    street: 'Rua do Comércio, ##|Avenida Atlântica, ####|Travessa da Saudade, ##|Rua Quinze de Novembro ###',
  },
  it: {
    first: 'Fiammetta Baldassarre Ornella Calogero Lucrezia Ivano Domitilla Raimondo Tiziana Saverio',
    last: 'Castiglioni Mastroianni Buonarroti Pellegrino Sangiorgi Tornatore Guicciardini Fumagalli Acquaviva Zanetti',
    city: 'Perugia Lecce Cuneo Rovigo Potenza Agrigento Varese',
    company: 'Vetreria Sangiorgi S.r.l.|Oleificio Acquaviva S.p.A.|Zanetti e figli|Gruppo Maestrale',
    street: 'Via della Repubblica ##|Viale Trieste, ##|Piazza San Marco #|Corso Cavour, ##|Via Manzoni ##/A',
  },
  nl: {
    first: 'Liesbeth Sjoerd Margriet Bauke Tjitske Diederik Hanneke Gijsbert Roos Koenraad',
    last: 'Kooijman Verschuren Haverkamp Buitenhuis Roelofsen Schimmel Winterswijk Groenewegen Postma Lammers',
    city: 'Deventer Assen Roermond Alkmaar Gouda Venlo',
    company: 'Slagerij Postma BV|Haverkamp Groep|Meubelmakerij Zuid B.V.|Lammers en Zonen',
    street: 'Herengracht ###|Wilhelminastraat ##|Kerkplein #|Molenweg ##b|Burgemeester Smitlaan ##',
  },
  pl: {
    first: 'Czesława Bogumił Danuta Wojciech Urszula Leszek Genowefa Radosław Żaneta Mieczysław',
    last: 'Sienkiewicz Grabowiecka Ostrowski Chmielewska Pietrzyk Kołodziejczyk Urbańska Zieliński Maciejewska Dudek',
    city: 'Toruń Opole Tarnów Gliwice Elbląg Sopot',
    company: 'Cukiernia Pod Lipą Sp. z o.o.|Stolmex S.A.|Ostrowski i Synowie s.c.|Grupa Bałtyk',
    street: 'ul. Krótka #/##|ul. Adama Mickiewicza ##|al. Solidarności ### m. ##|os. Kolorowe ##',
  },
  ru: {
    first: 'Пелагея Савелий Евдокия Рустам Ульяна Всеволод Марфа Захар Эльвира Назар',
    last: 'Вознесенская Белозёрова Дорошенко Ломоносова Карамзина Нагорная Соловейчик Рождественская Тарасюк Мещерякова',
    city: 'Череповец Нальчик Рыбинск Ухта Элиста Сызрань',
    company: 'ООО «Речной вокзал»|АО «Станкомаш»|ПАО Волгаэнерго|компания «Тихая гавань»',
    street: 'ул. Лесная, д. ##, кв. ###|пр. Победы, ##|Московский проспект, д. ##|пер. Речной, #|ул. Гагарина ##',
  },
};
