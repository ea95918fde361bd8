import type { Lexicon } from './entry.ts';

export const FR: Lexicon = {
  number: `zero|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt*|trente|quarante|cinquante|soixante|septante|
    octante|huitante|nonante|cent|cents|mille|millier*|million*|milliard*|dizaine*|douzaine*|vingtaine*|trentaine*|quarantaine|cinquantaine|centaine*|
    moitie*|demi|demie|demis|demies|un tiers|le tiers|deux tiers|un quart|le quart|trois quarts|quatrieme*|cinquieme*|sixieme*|septieme*|huitieme*|neuvieme*|
    dixieme*|centieme*|double|doubles|doubler|doublement|triple*|tripler|quadruple*|une seule licence`,
  percent: 'pour cent|pourcent*|pct|pour mille',
  date: `janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|lundi*|mardi*|mercredi*|jeudi*|vendredi*|samedi*|dimanche*|
    demain|apres demain|hier|lendemain|surlendemain|immediat*|sans delai|sur le champ|l ete|cet ete|en ete|d ete|hiver*|automne*|printemps|noel|paques|
    week end*|minuit|midi|nouvel an|fin d annee|prochainement`,
  duration: `secondes|par seconde|minute*|heure|heures|jour|jours|journee|journees|semaine*|mois|an|ans|annee|annees|trimestre*|semestre*|quinzaine|quinzaines|
    decennie*|siecle*`,
  period: 'hebdomadaire*|mensuel*|bimensuel*|bimestriel*|trimestriel*|semestriel*|annuel*',
  money: 'euro|euros|dollar*|centime*|francs|livres sterling|rouble*|yens',
  promise: `a notre charge|a nos frais|en plusieurs fois|paiement echelonn*|echelonner le paiement|aucun paiement|payez plus tard|ne payez qu*|a vie|ininterrompu*|sans interruption*|
    payez rien|paient rien|paie rien|paye rien|payent rien|rien a payer|sans payer|gratuit*|gratis|offert|offerte|offerts|offertes|offerons|sans frais|sans surcout*|sans cout*|sans supplement*|sans facturation|aucun frais|
    aucun cout*|aucun surcout*|aucun supplement*|pas de frais|pas de surcout*|pas de cout*|frais supplementaire*|couts supplementaire*|prix fixe*|
    prix ferme*|garanti*|rembours*|bon d achat|cadeau*|bonus|inclus dans le prix|compris dans le prix|moins cher*|satisfait ou|24 heures|jour et nuit|sla|
    niveau de service|niveaux de service|sans engagement|avoir commercial|penalite*|dedommag*|economisez de l argent`,
  discount: `remise|remises|rabais|ristourne*|reduction|reductions|promotion|promotions|promotionnel*|prix reduit*|tarif reduit*|tarif special*|prix special*|
    tarif preferentiel*|escompte*|moitie prix`,
  today: 'aujourd hui',
  ok: `au jour le jour|a jour|mise a jour|mises a jour|de tous les jours|chaque jour|tous les jours|tout a l heure|a l heure actuelle|de nos jours|
    au fil des ans|heures de pointe|heure de pointe|double saisie|doubles saisies|double controle|saisie en double|en double|remise en|remise a|remise au|
    reduction des erreurs|reduction des delais|reduction du travail|reduction de la charge|d un mois sur l autre|apres midi|un demi mot|
    tous les deux|toutes les deux|les deux equipes|les deux parties`,
  ours: 'tres|dos|mes|mil|null|elf|tag|once|date|ore|son|ten|second|dim|set|ano',
};
