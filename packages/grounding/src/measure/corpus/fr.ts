export const FR = `
# shipping | Livraison
> La livraison en France métropolitaine prend 3 à 5 jours ouvrés et coûte 4,90 €. Elle est gratuite à partir de 59 € d'achat. Les colis sont remis à Chronopost.
- Votre colis arrive en trois à cinq jours ouvrables en France métropolitaine.
- Les frais de livraison s'élèvent à 4,90 euros.
- Dès 59 € d'achat, la livraison est offerte.
# shipping | Livraison en Belgique
> La livraison en Belgique coûte 9,50 € et prend jusqu'à 8 jours. Nous ne livrons pas les boîtes postales. Le suivi est disponible sous 24 heures.
- Pour la Belgique, comptez 9,50 EUR et huit jours au maximum.
- Nous ne livrons pas dans les boîtes postales.
- Vous pouvez suivre le colis sous 24 h.
# returns | Retours
> Vous disposez de 30 jours après réception pour retourner un article. Les articles soldés ne sont pas remboursés. Le remboursement est effectué sous 14 jours.
- Vous avez 30 jours à compter de la réception pour renvoyer votre article.
- Les articles soldés ne peuvent pas être remboursés.
- Nous effectuons le remboursement sous deux semaines.
# billing | Facturation
> Les factures sont envoyées le 3 de chaque mois. Le paiement doit être effectué dans un délai de 15 jours. Tout retard entraîne des frais de 12 €.
- Le règlement de la facture doit intervenir dans les 15 jours.
- En cas de retard, des frais de 12 euros s'appliquent.
# saas | Abonnements
> La formule Solo coûte 8 € par mois et comprend 1 projet. La formule Équipe coûte 24 € par mois et comprend 20 projets. Vous pouvez résilier à tout moment.
- Avec la formule Équipe, vous avez 20 projets pour 24 € par mois.
- La résiliation est possible à tout moment.
# saas | Sauvegardes
> Les sauvegardes sont conservées pendant 90 jours. La restauration prend environ 2 heures. Les fichiers supprimés définitivement ne peuvent pas être récupérés.
- Nous conservons les sauvegardes 90 jours.
- Il faut environ deux heures pour une restauration.
- Un fichier supprimé définitivement ne peut plus être récupéré.
# travel | Bagages
> Un bagage en cabine de 10 kg est inclus dans chaque billet. Un bagage en soute de 23 kg coûte 35 € par trajet. Les animaux ne sont pas acceptés en cabine.
- Chaque billet comprend un bagage cabine de 10 kg.
- Le bagage en soute de 23 kg est facturé 35 euros par trajet.
- Les animaux ne sont pas admis en cabine.
# travel | Annulation de train
> Les billets sont échangeables sans frais jusqu'à 6 jours avant le départ. Ensuite, des frais de 19 € s'appliquent. Les billets Prem's ne sont ni échangeables ni remboursables.
- Jusqu'à six jours avant le départ, vous pouvez échanger votre billet sans frais.
- Passé ce délai, l'échange coûte 19 €.
# hotel | Arrivée
> Les chambres sont disponibles à partir de 15 h et doivent être libérées avant 11 h. Le petit-déjeuner coûte 13 € par personne. La piscine est ouverte de mai à septembre.
- Votre chambre est disponible dès 15 h.
- Le petit-déjeuner est à 13 euros par personne.
# insurance | Remboursement optique
> Les lunettes sont remboursées à hauteur de 200 € tous les deux ans. Les lentilles ne sont pas prises en charge. La demande doit être accompagnée de l'ordonnance.
- Vos lunettes sont remboursées jusqu'à 200 € tous les deux ans.
- Les lentilles ne sont pas couvertes.
- Joignez l'ordonnance à votre demande.
# insurance | Déclaration de sinistre
> Un sinistre doit être déclaré dans les 5 jours ouvrés. La franchise est de 150 €. Le dossier est traité par le service de Lyon.
- Vous devez déclarer le sinistre dans les cinq jours ouvrés.
- La franchise s'élève à 150 euros.
- C'est notre service de Lyon qui traite le dossier.
# telecom | Forfait mobile
> Le forfait Liberté coûte 15,99 € par mois et inclut 80 Go. Il est sans engagement. Les appels vers le Maroc ne sont pas inclus.
- Le forfait Liberté comprend 80 Go pour 15,99 € par mois.
- Les appels vers le Maroc ne sont pas compris.
# telecom | Panne
> En cas de panne, appelez le 09 70 80 90 10 entre 8 h et 22 h. Un technicien intervient sous 72 heures. Le déplacement est gratuit.
- Si vous avez une panne, un technicien intervient dans les 72 heures.
- Son déplacement est gratuit.
# bank | Carte
> Une nouvelle carte est envoyée sous 7 jours ouvrés. L'opposition est gratuite. Le plafond de retrait est de 500 € par semaine.
- Vous recevrez votre nouvelle carte sous sept jours ouvrés.
- Vous pouvez retirer au maximum 500 € par semaine.
# hardware | Garantie
> L'aspirateur Zéphyr 7 est garanti 2 ans. La batterie n'est pas couverte par la garantie. Les pièces détachées restent disponibles pendant 10 ans.
- Le Zéphyr 7 bénéficie d'une garantie de deux ans.
- La garantie ne couvre pas la batterie.
- Les pièces détachées sont disponibles dix ans.
# support | Horaires
> Notre service client est joignable du lundi au vendredi de 9 h à 18 h. Il est fermé les jours fériés. Nous répondons aux courriels sous 48 heures.
- Notre service client vous répond du lundi au vendredi de 9 h à 18 h.
- Nous répondons aux e-mails sous 48 h.
# event | Festival
> Le festival a lieu du 10 au 13 juillet 2025 à Nantes. Le pass 4 jours coûte 120 €. Les billets ne sont pas remboursables.
- Le festival se termine le 13 juillet 2025.
- Le pass de quatre jours est vendu 120 euros.
- Les billets ne sont pas remboursables.
# account | Compte
> Votre compte peut être supprimé depuis la page Profil. Les données sont effacées après 60 jours. La suppression ne peut pas être annulée.
- Depuis la page Profil, vous pouvez supprimer votre compte.
- Vos données sont effacées au bout de 60 jours.
`;
