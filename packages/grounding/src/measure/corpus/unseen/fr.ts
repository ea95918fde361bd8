export const FR = `
# énergie | Déménager avec son contrat d'électricité
> Signalez votre déménagement au moins 14 jours avant la remise des clés. Relevez le compteur le jour de votre départ et transmettez l'index sur le portail Amberlac. L'abonnement coûte 11,90 € par mois et le kWh 0,31 €. Les contrats au tarif Brise ne peuvent pas être transférés dans une autre zone. La facture finale est envoyée sous 6 semaines. Le technicien passe du mardi au vendredi.
- Merci de nous prévenir de votre déménagement au plus tard 14 jours avant la remise des clés.
- Le jour du départ, pensez à relever votre compteur et à saisir l'index sur le portail Amberlac.
- Vous payez 11,90 euros d'abonnement mensuel, et 0,31 euro par kWh.
- Avec le tarif Brise, il n'est malheureusement pas possible de transférer le contrat dans une autre zone.
- Vous recevrez votre facture finale dans les six semaines.
# streaming | Appareils, profils et téléchargements
> Un abonnement Halcyon permet 3 lectures en même temps. Vous pouvez créer jusqu'à 6 profils. Les téléchargements expirent au bout de 30 jours. La 4K nécessite la formule Cinéma à 17,99 € par mois et un débit de 25 Mbit/s. Les profils pour enfants n'affichent pas les films interdits aux moins de 16 ans. Vous pouvez résilier à tout moment.
- Votre abonnement Halcyon vous permet de lancer trois lectures en même temps.
- Il est possible de créer six profils au maximum.
- Passé 30 jours, vos téléchargements expirent.
- Pour la 4K, il vous faut la formule Cinéma (17,99 euros par mois) ainsi qu'un débit d'au moins 25 Mbit/s.
- Les films interdits aux moins de 16 ans n'apparaissent pas dans les profils pour enfants.
# dentiste | Détartrage et rendez-vous
> Un détartrage dure 50 minutes et coûte 95 euros. Le tarif est de 60 euros pour les moins de 18 ans. Le docteur Okafor consulte le mardi et le vendredi ; le docteur Lindqvist reçoit les urgences dès 8 h 15. Pour une première visite, présentez-vous 10 minutes en avance. Les radios d'un autre cabinet ne doivent pas dater de plus de 12 mois. Nous ne pratiquons pas le tiers payant.
- Le détartrage prend 50 minutes, pour un prix de 95 €.
- Les patients de moins de 18 ans paient 60 €.
- Le docteur Lindqvist prend les urgences à partir de 8h15.
- Comme c'est votre première visite, merci d'arriver dix minutes en avance.
- Notre cabinet ne pratique pas le tiers payant.
# avion | Bagages
> Chaque billet Solara comprend un bagage cabine de 8 kg. Une valise de 23 kg coûte 38 € en ligne et 55 € à l'aéroport. Les bagages de plus de 32 kg ne sont pas acceptés. Un bagage abîmé doit être signalé au comptoir Norvik ou en ligne dans les 7 jours suivant le vol. Les batteries externes doivent voyager en cabine. Les vélos doivent être déclarés 48 heures avant le départ.
- Un bagage cabine de 8 kg est compris dans votre billet.
- En ligne, la valise de 23 kg vous coûtera 38 euros, contre 55 euros à l'aéroport.
- Nous n'acceptons pas les bagages qui pèsent plus de 32 kg.
- Vous devez signaler un bagage abîmé dans les sept jours après le vol, en ligne ou au comptoir Norvik.
- Votre vélo doit être déclaré 48 h avant le départ.
# université | Inscription
> Les inscriptions au semestre d'hiver sont ouvertes du 1er août au 15 septembre 2026. Déposez votre diplôme et une photo sur le portail Méridien. Les frais de 312,40 euros sont à régler avant le 20 septembre. Une inscription tardive est possible jusqu'au 30 septembre, avec un supplément de 25 euros. Sans certificat B1, l'inscription n'est pas possible. La carte d'étudiant est envoyée dans les 3 semaines après le paiement.
- Vous pouvez vous inscrire pour le semestre d'hiver entre le 1er août et le 15 septembre 2026.
- Merci de régler les frais de 312,40 € avant le 20 septembre.
- Jusqu'au 30 septembre, vous pouvez encore vous inscrire tardivement moyennant 25 € de supplément.
- Il n'est pas possible de s'inscrire sans certificat B1.
- Votre carte d'étudiant vous sera envoyée dans les trois semaines qui suivent le paiement.
# consignes | Consignes à colis
> Les colis restent 72 heures dans la consigne, puis partent à l'agence du quai Ribot. Le code de l'application Postelle ouvre la consigne ; il ne sert qu'une fois. Les colis de plus de 25 kg ne sont pas acceptés. Le paiement à la livraison n'est pas possible en consigne. Une autre personne peut retirer le colis avec votre code. La consigne de Montclair est hors service jusqu'au 4 décembre 2026.
- Votre colis vous attend 72 heures dans la consigne avant de partir à l'agence du quai Ribot.
- La consigne s'ouvre avec le code de l'application Postelle.
- Vous pouvez donner votre code à une autre personne pour qu'elle retire le colis.
- Le paiement à la livraison n'est pas proposé en consigne.
- La consigne de Montclair reste hors service jusqu'au 04/12/2026.
`;
