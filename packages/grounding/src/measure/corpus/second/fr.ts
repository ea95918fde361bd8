export const FR = `
# carte | Carte perdue ou volée
> Bloquez une carte perdue ou volée dans l'application Fernet, rubrique Cartes, ou par téléphone à toute heure. La nouvelle carte arrive sous 6 jours ouvrés et coûte 9 €. Pour les paiements faits avant le blocage, votre responsabilité est limitée à 50 €. Vous devez signaler une fraude dans un délai de 13 mois. Les cartes expirées sont remplacées gratuitement.
- Vous pouvez bloquer la carte à tout moment dans l'application Fernet.
- Votre nouvelle carte arrive sous six jours ouvrables.
- Elle coûte 9 euros.
- Vous devez nous signaler une fraude dans les treize mois.
- Le remplacement d'une carte expirée est gratuit.
# mairie | Carte d'identité
> Les demandes se font à la mairie de Larmont, du lundi au jeudi de 8 h 30 à 16 h. Une photo de moins de 6 mois est obligatoire. La carte n'est pas envoyée par la poste. En cas de perte, un timbre fiscal de 25 € est demandé. Le délai est d'environ 4 semaines.
- Vous pouvez faire votre demande à la mairie de Larmont, du lundi au jeudi.
- Il faut une photo de moins de six mois.
- La carte n'est pas envoyée par courrier.
- En cas de perte, vous devez payer un timbre fiscal de 25 euros.
- Comptez environ quatre semaines.
# fichiers | Restaurer des fichiers
> Les fichiers supprimés restent 45 jours dans les Archives. Seul le propriétaire peut restaurer les fichiers des autres membres. Après la fermeture d'un espace, la restauration n'est plus possible. Les fichiers de plus de 20 Go doivent être restaurés avec le logiciel Verdo. Windows 8 n'est plus pris en charge depuis le 31 mars 2026.
- Les fichiers supprimés sont conservés 45 jours dans les Archives.
- Le propriétaire peut restaurer les fichiers des autres membres.
- Les fichiers de plus de 20 Go doivent être restaurés avec Verdo.
- Depuis le 31 mars 2026, Windows 8 n'est plus pris en charge.
# cabinet | Rendez-vous
> Un rendez-vous peut être déplacé jusqu'à 24 heures avant. Un rendez-vous manqué est facturé 40 €. Les prises de sang ont lieu entre 7 h et 9 h 30 ; ne mangez pas pendant les 8 heures qui précèdent. Les résultats sont disponibles après 2 jours sur le portail Salvia. Le docteur Moreno ne reçoit pas d'enfants.
- Vous pouvez déplacer votre rendez-vous jusqu'à 24 heures avant.
- Tout rendez-vous manqué est facturé 40 euros.
- Les résultats sont disponibles sur le portail Salvia au bout de deux jours.
- Le docteur Moreno ne reçoit pas les enfants.
# ferry | Véhicules à bord
> Sur la ligne de Larnholm, une voiture de moins de 5 mètres coûte 84 € par trajet, une moto 29 €. L'enregistrement ferme 45 minutes avant le départ. Les bouteilles de gaz ne sont pas autorisées sur le pont. Les chiens doivent porter une muselière. Le tarif Éco n'est pas remboursable.
- Une voiture de moins de 5 mètres coûte 84 euros par trajet sur la ligne de Larnholm.
- L'enregistrement ferme 45 minutes avant le départ.
- Les bouteilles de gaz ne sont pas admises sur le pont.
- Votre chien doit porter une muselière.
- Le tarif Éco n'est pas remboursable.
`;
