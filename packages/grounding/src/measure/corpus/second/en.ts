export const EN = `
# bankcard | Lost or stolen cards
> If your card is lost or stolen, block it in the Fernhill app under Cards or call +44 20 7946 0101 at any hour. A replacement card arrives within 6 business days and costs 9 GBP. Payments made before the block are your responsibility up to 45 GBP. You must report fraudulent payments within 13 months. Cards that expired are replaced free of charge.
- Please block the card right away in the Fernhill app, where you will find the option under Cards.
- Your new card should be with you in six working days at the latest.
- We charge £9 for the replacement.
- For payments made before you blocked the card, you are liable for no more than 45 GBP.
- Fraudulent payments have to be reported to us within thirteen months.
# passport | Renewing a passport
> Applications are accepted at the Citizen Centre in Alderney Street, Monday to Thursday from 8:30 to 16:00. The fee is 72.50 EUR for adults and 36 EUR for children under 12. You must bring your old passport and one photograph not older than 6 months. Passports cannot be sent by post. An express passport is ready after 3 working days for a surcharge of 32 EUR.
- You can apply at the Citizen Centre in Alderney Street from Monday to Thursday, between 8:30 am and 4 pm.
- The fee for an adult is €72.50.
- You must bring your old passport and a photo taken within the last 6 months.
- Unfortunately we cannot send passports by post.
- If you pay the surcharge of 32 euros, the passport is ready after three business days.
# backupsaas | Restoring files
> Deleted files stay in the Archive for 45 days. Only workspace owners can restore files of other members. Restoring is not possible after a workspace was closed. Files larger than 20 GB must be restored through the desktop app, version 5.2 or later. Support for Windows 8 ended on March 31, 2026.
- Files that were deleted remain in the Archive for 45 days.
- Only the owner of the workspace can restore files that belong to somebody else.
- Once a workspace has been closed, its files cannot be restored.
- For files above 20 GB you have to use the desktop app (version 5.2 or newer).
- We stopped supporting Windows 8 on 31 March 2026.
# clinic | Appointments
> Appointments can be moved up to 24 hours before they begin. A missed appointment is charged with 40 EUR. Blood samples are taken between 7:00 and 9:30; please do not eat for 8 hours before. Results are available in the Salvia portal after 2 days. Dr. Moreno does not treat children.
- You can move your appointment until 24 hours before it starts.
- Missed appointments are billed at 40 euros.
- Please do not eat anything in the eight hours before the blood sample.
- The results will be in the Salvia portal after two days.
- Dr. Moreno does not see children, I am afraid.
# ferry | Vehicles on board
> Cars up to 5 metres cost 84 EUR each way on the Larnholm line; motorcycles cost 29 EUR. Check-in closes 45 minutes before departure. Gas bottles are not allowed on the car deck. Dogs may travel in the kennel and must wear a muzzle. Bookings of the Saver fare are not refundable.
- On the Larnholm line a car of up to 5 metres costs 84 euros per direction.
- Please note that check-in closes 45 minutes before the ferry departs.
- Gas bottles are not permitted on the car deck.
- Your dog must wear a muzzle and may travel in the kennel.
- Saver fares are not refundable.
`;
