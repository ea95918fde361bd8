import type { Language } from './vocabulary.ts';
import type { Words } from './words.ts';

/** Written by hand and not looked up in any list: what a gazetteer does not hold is missed here. */
export const HANDWRITTEN: Readonly<Record<Language, Words>> = {
  en: {
    first:
      'Imogen Tobias Philippa Rhiannon Darnell Keisha Winifred Alistair Chidi Saoirse Ezra Marlowe Priyanka Cormac Beatrix',
    last: 'Hathersage Oyelaran Pemberton Quillfeather Ravensworth Thistlewood Bhattacharya Mukherjee Fairweather Abernathy Lockridge Castellanos Nakagawa Wetherby',
    city: 'Harrogate Chattanooga Wollongong Ballarat Inverness Saskatoon Poughkeepsie Truro Spokane Galway',
    company:
      'Fernbrook Logistics Ltd|Copperline Inc.|Tidewater Analytics LLC|Marlin & Sons|Oakhurst Dental Group|Brightwell Corp',
    street:
      '## Larkspur Lane|#### N Cedar Ridge Road|## Abbey Gate|### Quarry Hill Drive, Apt ##|#### Willowmere Blvd|## High Street, Flat #',
  },
  de: {
    first: 'Friederike Thorben Wiebke Hannelore Kunigunde Ansgar Detlef Swantje Malte Roswitha',
    last: 'Obermüller Schnabelmaier Wittenbrink Kreuzkamp Hasselhorst Tiedemann Lüdersen Graßmann Vierkötter Brandstätter',
    city: 'Wuppertal Oldenburg Tübingen Cottbus Regensburg Gütersloh Bayreuth Flensburg',
    company: 'Sternhagen Maschinenbau GmbH|Kröger & Söhne|Nordwerk AG|Feinkost Albrecht OHG|Lindental Software UG',
    street: 'Birkenallee ##|Hinter den Höfen #|Schillerstraße ##a|Am Mühlbach ##|Bgm.-Kramer-Str. #|Rosengasse ##',
  },
  fr: {
    first: 'Bérénice Thibault Solène Ghislaine Amaury Clothilde Yannick Maëlys Fulbert Honorine',
    last: 'Vauquelin Desrochers Kervella Beaulieu Champignac Le Goff Montferrand Rouvière Tournemire Delacourt',
    city: 'Clermont-Ferrand Quimper Angoulême Perpignan Valence Besançon Vannes Tarbes',
    company: 'Atelier Kermadec SARL|Boulangerie Rouvière|Groupe Sévigny|Transports Delmas SAS|Mirelle et Fils',
    street:
      '## rue des Tanneurs|# bis, avenue du Maréchal Foch|### boulevard Voltaire|## chemin de la Fontaine|# place Saint-Michel',
  },
  es: {
    first: 'Macarena Iñaki Remedios Nuria Leocadia Gonzalo Itziar Facundo Purificación Anselmo',
    last: 'Zubizarreta Etxeberria Villanueva Carrascosa Mondragón Arrizabalaga Ochoa Belmonte Urrutia Peñalver',
    city: 'Cáceres Logroño Albacete Rosario Arequipa Badajoz Cuenca Valparaíso',
    company: 'Aceites Montoro S.L.|Talleres Belmonte S.A.|Grupo Arrayán|Librería Cervera e Hijos',
    street: 'Calle de los Olmos, ##|Avda. de la Constitución ##|C/ Mayor #|Plaza del Pilar, #|Paseo de Gracia ###',
  },
  pt: {
    first: 'Joaquina Thiago Lurdes Anselmo Conceição Iracema Vasco Raimunda Jurandir Benedita',
    last: 'Albuquerque Figueiredo Cavalcanti Bittencourt Quaresma Vasconcelos Sampaio Mascarenhas Drummond Furtado',
    city: 'Florianópolis Aveiro Coimbra Uberlândia Guimarães Petrópolis Évora Joinville',
    company: 'Padaria Estrela Ltda|Construtora Sampaio S.A.|Transportes Lusitano Lda.|Grupo Ipanema',
    street: 'Rua das Laranjeiras, ###|Avenida Paulista, ####|Travessa do Carmo, ##|Rua Augusta ###',
  },
  it: {
    first: 'Ginevra Ottavio Rosalba Ermenegilda Fiorenzo Nicoletta Achille Donatella Gualtiero Samantha',
    last: 'Malaspina Brambilla Scognamiglio Passalacqua Bevilacqua Tagliabue Cattaneo Mazzoleni Quattrocchi Lombardini',
    city: 'Bergamo Catanzaro Viterbo Pordenone Siracusa Brindisi Cremona',
    company: 'Officine Malaspina S.r.l.|Caseificio Valtorta S.p.A.|Brambilla e figli|Gruppo Levante',
    street: 'Via dei Mille ##|Viale Monza, ###|Piazza Garibaldi #|Corso Vittorio Emanuele II, ##|Via Roma ##/B',
  },
  nl: {
    first: 'Marijke Joost Willemijn Siebe Geertruida Thijs Annelies Wouter Fenna Hidde',
    last: 'Hoogenboom Vrijhoef Steenbergen Kuipers Oosterhuis Brouwershaven Terpstra Dijkgraaf Zwanenburg Klaassen',
    city: 'Zwolle Leeuwarden Apeldoorn Hilversum Middelburg Enschede',
    company: 'Bakkerij Terpstra BV|Zwanenburg Groep|Drukkerij Oost B.V.|Kuipers en Zonen',
    street: 'Prinsengracht ###|Lindelaan ##|Oude Kerkstraat #|Dorpsstraat ##a|Van Goghweg ##',
  },
  pl: {
    first: 'Bożena Zbigniew Wiesława Grzegorz Halina Ryszard Kazimiera Mirosława Przemysław Jadwiga',
    last: 'Wojciechowska Brzęczyszczykiewicz Szymborska Gołębiewska Krajewski Sadowska Tomaszewska Pawlik Zawadzka Mroczek',
    city: 'Białystok Rzeszów Olsztyn Kielce Bydgoszcz Zakopane',
    company: 'Piekarnia Złoty Kłos Sp. z o.o.|Mrozex S.A.|Krajewski i Synowie s.c.|Grupa Wawel',
    street: 'ul. Długa ##/#|ul. Jana Pawła II ##|al. Niepodległości ### m. #|os. Słoneczne #',
  },
  ru: {
    first: 'Аглая Прохор Серафима Евлампий Зинаида Ярослав Лукерья Тимур Капитолина Мирон',
    last: 'Преображенская Воскресенская Загорулько Черномырдина Тютчева Подорожная Кузьмичёва Голубкина Петрашевская Шевчук',
    city: 'Сыктывкар Кострома Магнитогорск Таганрог Саранск Бийск',
    company: 'ООО «Северный ветер»|АО «Завод Прогресс»|ЗАО Уралмонтаж|компания «Светлый путь»',
    street: 'ул. Садовая, д. ##, кв. ##|пр. Мира, ##|Невский проспект, д. #|пер. Кузнечный, ##|ул. Ленина ##',
  },
};
