import type { SampleWords } from './sample-words.ts';

export const fr: SampleWords = {
  ours: 'Aurore Systèmes',
  customer: 'Épicerie du Val Noisette',
  contact: ['Maëlys', 'Courtemanche'],
  jobTitle: 'Directrice des opérations',
  owner: 'Bastien Larroque',
  currency: 'EUR',
  prices: ['4800.00', '950.00', '39.50', '290.00'],
  tax: { name: 'TVA', percent: '20' },
  items: [
    { name: 'Mise en place', description: 'Configuration, reprise des données de stock, recette avec votre équipe' },
    { name: 'Journée de formation', description: 'Sur site, jusqu’à douze personnes' },
    { name: 'Licence par poste', description: 'Planification, stock et achats dans une seule application' },
    { name: 'Assistance', description: 'Par téléphone et e-mail, les jours ouvrés' },
  ],
  title: 'Un seul plan pour tous les entrepôts',
  titles: {
    cover: 'Proposition',
    summary: 'Votre situation',
    solution: 'Notre proposition',
    scope: 'Ce qui est compris',
    timeline: 'Calendrier',
    pricing: 'Votre investissement',
    terms: 'Conditions',
    'next-steps': 'Prochaines étapes',
  },
  texts: {
    summary: [
      '{customer.company} planifie ses entrepôts dans des tableaux séparés. Selon vos mots : « Nous découvrons le lundi ce qui manquait le vendredi. »',
      'Les achats et le stock relèvent d’équipes différentes, et personne ne voit les deux.',
    ],
    solution: [
      'Aurore réunit planification, stock et achats. Vos équipes gardent leurs habitudes ; elles partagent désormais les mêmes données.',
    ],
    scope: [
      'La proposition comprend :',
      '- la mise en place, avec la reprise de vos données de stock',
      '- la formation sur site des planificateurs, acheteurs et responsables d’entrepôt',
      '- les licences pour {item.3.quantity} postes, et l’assistance tant que vous les utilisez',
    ],
    timeline: ['Nous commençons après votre commande, à une date choisie ensemble. Fin prévue : {deal.close_date}.'],
    pricing: ['Ce qui est payé une fois et ce qui est payé chaque mois sont présentés séparément.'],
    terms: [
      'Cette proposition est valable jusqu’au {proposal.valid_until}. La durée est de {contract.term} à compter de la livraison.',
    ],
    'next-steps': [
      '- Vous confirmez le périmètre ou nous dites ce qu’il faut changer.',
      '- {owner.name} prépare le contrat et convient du démarrage avec {customer.name}.',
    ],
  },
};

export const es: SampleWords = {
  ours: 'Luz del Norte Sistemas',
  customer: 'Alimentos Arroyo Avellano',
  contact: ['Noelia', 'Saldívar'],
  jobTitle: 'Directora de operaciones',
  owner: 'Íñigo Barrenechea',
  currency: 'EUR',
  prices: ['4800.00', '950.00', '39.50', '290.00'],
  tax: { name: 'IVA', percent: '21' },
  items: [
    {
      name: 'Implantación',
      description: 'Configuración, traspaso de los datos de existencias, aceptación con su equipo',
    },
    { name: 'Día de formación', description: 'En sus instalaciones, hasta doce personas' },
    { name: 'Licencia por puesto', description: 'Planificación, existencias y compras en una sola aplicación' },
    { name: 'Soporte', description: 'Por teléfono y correo en días laborables' },
  ],
  title: 'Un solo plan para todos los almacenes',
  titles: {
    cover: 'Propuesta',
    summary: 'Su situación',
    solution: 'Lo que proponemos',
    scope: 'Qué incluye',
    timeline: 'Calendario',
    pricing: 'Su inversión',
    terms: 'Condiciones',
    'next-steps': 'Próximos pasos',
  },
  texts: {
    summary: [
      '{customer.company} planifica sus almacenes en hojas separadas. En sus palabras: «El lunes nos enteramos de lo que faltaba el viernes».',
      'Compras y existencias dependen de equipos distintos, y nadie ve ambas cosas.',
    ],
    solution: [
      'Unimos planificación, existencias y compras. Sus equipos trabajan como hasta ahora; lo nuevo es que comparten los datos.',
    ],
    scope: [
      'La propuesta incluye:',
      '- la implantación, con el traspaso de sus datos de existencias',
      '- formación para planificadores, compradores y jefes de almacén',
      '- licencias para {item.3.quantity} puestos y soporte mientras los utilicen',
    ],
    timeline: ['Empezamos tras su pedido, en una fecha acordada. Fin previsto: {deal.close_date}.'],
    pricing: ['Lo que se paga una vez y lo que se paga cada mes figuran por separado.'],
    terms: [
      'Esta propuesta es válida hasta el {proposal.valid_until}. El plazo es de {contract.term} desde la entrega.',
    ],
    'next-steps': [
      '- Ustedes confirman el alcance o nos dicen qué cambiar.',
      '- {owner.name} prepara el contrato y acuerda el inicio con {customer.name}.',
    ],
  },
};

export const pt: SampleWords = {
  ours: 'Aurora do Norte Sistemas',
  customer: 'Alimentos Ribeiro da Avelã',
  contact: ['Leonor', 'Vasconcelos'],
  jobTitle: 'Diretora de operações',
  owner: 'Duarte Meireles',
  currency: 'EUR',
  prices: ['4800.00', '950.00', '39.50', '290.00'],
  tax: { name: 'IVA', percent: '23' },
  items: [
    {
      name: 'Implementação',
      description: 'Configuração, transferência dos dados de stock, aceitação com a sua equipa',
    },
    { name: 'Dia de formação', description: 'Nas suas instalações, até doze pessoas' },
    { name: 'Licença por posto', description: 'Planeamento, stock e compras numa só aplicação' },
    { name: 'Suporte', description: 'Por telefone e e-mail em dias úteis' },
  ],
  title: 'Um só plano para todos os armazéns',
  titles: {
    cover: 'Proposta',
    summary: 'A sua situação',
    solution: 'O que propomos',
    scope: 'O que está incluído',
    timeline: 'Calendário',
    pricing: 'O seu investimento',
    terms: 'Condições',
    'next-steps': 'Próximos passos',
  },
  texts: {
    summary: [
      '{customer.company} planeia os armazéns em folhas separadas. Nas suas palavras: «Só na segunda-feira sabemos o que faltou na sexta.»',
      'Compras e stock estão em equipas diferentes, e ninguém vê os dois.',
    ],
    solution: [
      'Juntamos planeamento, stock e compras. As suas equipas trabalham como até agora; a novidade é que partilham os dados.',
    ],
    scope: [
      'A proposta inclui:',
      '- a implementação, com a transferência dos seus dados de stock',
      '- formação para planeadores, compradores e chefes de armazém',
      '- licenças para {item.3.quantity} postos e suporte enquanto os utilizarem',
    ],
    timeline: ['Começamos após a sua encomenda, numa data combinada. Conclusão prevista: {deal.close_date}.'],
    pricing: ['O que se paga uma vez e o que se paga todos os meses aparece em separado.'],
    terms: ['Esta proposta é válida até {proposal.valid_until}. O prazo é de {contract.term} a contar da entrega.'],
    'next-steps': [
      '- Confirmam o âmbito ou dizem-nos o que mudar.',
      '- {owner.name} prepara o contrato e combina o início com {customer.name}.',
    ],
  },
};
