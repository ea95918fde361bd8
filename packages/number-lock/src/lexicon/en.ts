import type { Lexicon } from './entry.ts';

export const EN: Lexicon = {
  number: `zero|nought|two|three|four|five|six|seven|eight|nine|ten|tens|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|
    nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|twenties|thirties|hundred*|thousand*|million*|billion*|trillion*|dozen*|
    a couple of|couple of|a score of|one licen*|one additional licen*|one extra licen*|one seat|one user|one workshop|one session|one device|one module|
    one site|one free*|one more|one extra|one additional|half|halve*|halving|a third of|a third|one third|thirds|a quarter of|one quarter|quarters of|fourth*|fifth*|sixth*|seventh*|
    eighth*|ninth*|tenth*|eleventh*|twelfth*|hundredth*|thousandth*|twice|thrice|double*|doubling|triple*|tripling|quadrupl*|twofold|threefold|
    fourfold|fivefold|tenfold|a grand|nines|tenner|fiver`,
  percent: 'percent*|per cent|percentage*|pct|basis point*|permille|per mille',
  date: `january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jul|aug|sept|sep|oct|nov|dec|by may|in may|until may|
    before may|of may|mid may|early may|late may|this may|next may|from may|since may|after may|during may|by march|in march|until march|before march|of march|
    mid march|early march|late march|this march|next march|from march|since march|after march|monday*|tuesday*|wednesday*|thursday*|friday*|saturday*|sunday*|
    tomorrow*|yesterday*|tonight|overnight|same day|next day|immediately|immediate|right away|straight away|straightaway|without delay|asap|eod|eow|eom|eoy|
    christmas|easter|new year*|summer*|winter*|autumn*|by spring|this spring|next spring|in spring|before spring|until spring|early spring|late spring|
    fortnight*|weekend*|midnight|noon|midday`,
  duration: `seconds|per second|a second|minute|minutes|hour|hours|day|days|week|weeks|month|months|year|years|quarter|quarters|trimester*|semester*|
    decade*|century|centuries|workday*|weekday*|half year*`,
  period:
    'hourly|weekly|biweekly|fortnightly|monthly|bimonthly|quarterly|yearly|annual|annually|semiannual*|biannual*|per annum|p a',
  money: 'euro|euros|dollar*|cent|cents|sterling|pounds|rouble*|ruble*|francs|yen|zloty|bucks|quid',
  promise: `our treat|is on us|are on us|be on us|at our expense|we bear the cost*|we cover the cost*|instalment*|installment*|no payment*|nothing is due|pay later|paid later|only pay when|only pay once|only pay after|only pay if|pay only when|pay only once|pay only after|pay only if|at our own expense|at our own cost|at our cost|lifetime|life long|
    uninterrupted|without interruption*|no downtime|never fail*|never fails|
    pay nothing|pays nothing|paying nothing|nothing to pay|not be billed|not billed|not be charged|not charged|no money|without paying|do not pay|does not pay|not pay anything|free of charge|free of cost|for free|free|complimentary|gratis|no cost*|no extra*|no additional cost*|no additional charge*|no additional fee*|
    no further cost*|no further charge*|no charge*|no fee*|no hidden*|no surcharge*|without charge|without cost|without extra*|without additional*|
    without surcharge*|without fee*|without any extra*|without further cost*|at no|cheaper|cheapest|lowest price*|best price*|half price|fixed price*|
    price guarantee*|price freeze|price lock*|guarantee*|guaranti*|warrant*|waive*|waiving|refund*|money back|reimburs*|cashback|cash back|credit note*|
    voucher*|bonus*|gift*|on the house|included in the price|round the clock|around the clock|day and night|sla|slas|service level*|uptime|
    penalt*|compensat*|save money|saves money|saving money|save a lot|saves a lot|cost saving*|savings|save half|price cut*|no strings`,
  discount: `discount*|rebate*|price reduction*|reduced price*|reduced rate*|lower price*|special price*|special offer*|special rate*|markdown*|
    money off|off the price|off the list|reduction*|reduction in price*|reduction in cost*|reduction in fee*`,
  today: 'today',
  ok: `feel free|free up|frees up|freeing up|freed up|free text|free from|free to|free capacity|free of errors|error free|hassle free|paper free|hands free|
    free choice|trouble free|day to day|third part*|third step|third phase|third stage|first class|two way|two factor|double check*|double click*|
    double entr*|double work|double data|double handling|double booking*|double effort|double counting|one of|last minute|peak hour*|rush hour*|
    over the years|reduction in|reductions in|reduction of error*|reduction of manual*|a third part*|a third step|a third phase|second to none|save time|one day you|
    zero in|on all fours|percentage of completion`,
  ours: 'an|once|dos|mil|mes|ano|seize|tiers|remise|null|elf|tag|tags|quart|sept|medio|dez|reduction|cent|dia|off|date|media|dime',
};
