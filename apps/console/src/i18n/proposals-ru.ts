import { counted } from './plural.ts';
import { proposalSettings } from './proposal-settings-ru.ts';
import type { proposals as en } from './proposals-en.ts';
import { rateCard } from './rate-card-ru.ts';
import { templates } from './templates-ru.ts';

export const proposals: typeof en = {
  parts: { outcome: 'Итоги', templates: 'Шаблоны', 'rate-card': 'Прайс-лист', settings: 'Настройки' },
  sections: {
    summary: 'Резюме',
    solution: 'Решение',
    scope: 'Объём работ',
    timeline: 'Сроки',
    'next-steps': 'Следующие шаги',
  },
  templates,
  rateCard,
  settings: proposalSettings,
  title: 'Предложения',
  lead: 'Что с ними стало и из чего они делаются. Пишут и прикрепляют их менеджеры — в самой сделке.',
  partsOf: 'Разделы о предложениях',
  errorTitle: 'Не удалось загрузить предложения',
  noAccountTitle: 'CRM пока не подключена',
  noAccountText: 'Предложения пишутся по сделкам. Подключите CRM, в которой они ведутся.',
  toConnections: 'К подключениям',
  allAccounts: 'Все аккаунты',
  outcome: {
    title: 'Что стало с предложениями',
    errorTitle: 'Не удалось загрузить данные',
    emptyTitle: 'За это время предложений не было',
    emptyText: 'Они появятся, когда менеджер попросит предложение в сделке или сделка перейдёт на выбранный вами этап.',
    figures: {
      asked: { name: 'Запрошено', hint: 'сделок с предложением' },
      attached: { name: 'Прикреплено', hint: 'к сделке, файлами' },
      edited: { name: 'С правками', hint: 'слова изменил человек' },
      sent: { name: 'Отправлено', hint: 'клиенту' },
      won: { name: 'Выиграно', hint: 'сделок с тех пор' },
      lost: { name: 'Проиграно', hint: 'сделок с тех пор' },
      minutes: { name: 'От нажатия до файла', hint: 'у половины дольше' },
      cost: { name: 'Стоимость', hint: 'обращений к моделям' },
    },
    shareOf: (share) => `${share} от запрошенных`,
    sectionsTitle: 'Что правят чаще всего',
    sectionsNote: 'Здесь может помочь шаблон, подсказка или правило компании.',
    sectionsNone: 'За это время правок не было.',
    tableTitle: 'Предложения',
    tableCount: counted('ru', {
      one: '# сделка, сначала новые',
      few: '# сделки, сначала новые',
      many: '# сделок, сначала новые',
      other: '# сделки, сначала новые',
    }),
    columns: {
      deal: 'Сделка',
      asked: 'Запрошено',
      attached: 'Прикреплено',
      edited: 'Правки',
      sent: 'Отправлено',
      stage: 'Этап',
      cost: 'Стоимость',
    },
    versions: counted('ru', { one: '# версия', few: '# версии', many: '# версий', other: '# версии' }),
    opens: 'сделка откроется в новой вкладке',
    after: (time) => `через ${time}`,
    notAttached: 'пока нет',
    notSent: 'пока нет',
    asWritten: 'без правок',
    // Languages have arrows in common; a word keeps it readable aloud.
    stageChange: (then, now) => `${then} → теперь ${now}`,
  },
};
