export const EN = `
# energy | Moving home with your electricity contract
> Tell us about your move at least 14 days before you hand over the keys. Your contract moves with you unless the new home is heated with gas. Read the meter on the day you leave and send the reading through the Amberlow portal. The basic charge is 11.90 EUR a month, the unit price 0.31 EUR per kWh. Contracts with the Breeze tariff cannot be taken along to another grid area. The final bill is issued within 6 weeks.
- Please let us know that you are moving no later than two weeks before you hand over your keys.
- On the day you move out, take a reading of your meter and submit it in the Amberlow portal.
- You pay a basic charge of €11.90 per month and €0.31 for each kWh.
- With the Breeze tariff it is not possible to take your contract to a different grid area.
- You will get your final bill within six weeks.
# streaming | Devices, profiles and downloads
> A Halcyon membership allows 3 streams at the same time. Up to 6 profiles can be created; children's profiles never show films rated 16 or above. Downloads expire after 30 days, or 48 hours after you first press play. 4K needs the Cinema plan at 17.99 USD a month and a connection of 25 Mbps. You can cancel at any time; access continues until the end of the billing period. Halcyon is not available on PlayStation 3.
- Your Halcyon membership lets you stream on three devices at the same time.
- A download stays on your device for 30 days, but once you press play you have 48 hours.
- If you would like 4K, you need the Cinema plan ($17.99 per month) and a connection of at least 25 Mbps.
- Cancelling is possible at any time, and you keep access until your billing period ends.
- I'm sorry to say that Halcyon isn't available on PlayStation 3.
# dentist | Hygiene appointments and bills
> A hygiene session takes 50 minutes and costs 95 GBP. Patients under 18 pay 60 GBP. Dr. Okafor works on Tuesdays and Fridays; Dr. Lindqvist sees emergencies every weekday from 8:15. Please arrive 10 minutes early if it is your first visit. X-rays from another practice must not be older than 12 months. We do not bill insurers directly: you pay and claim the money back yourself.
- Your hygiene session will last 50 minutes, and the price is £95.
- For patients younger than 18 we charge £60.
- Dr. Okafor is in the practice on Tuesdays and Fridays.
- As this is your first visit, please come ten minutes before your appointment.
- Please note that we don't bill your insurer directly.
# airline | Baggage rules
> Every Solace ticket includes one cabin bag up to 8 kg and 55 x 40 x 23 cm. A checked bag of 23 kg costs 38 EUR online and 55 EUR at the airport. Bags above 32 kg are not accepted. Report a damaged bag at the Norvik counter, or online within 7 days after the flight. Power banks must travel in the cabin. Bicycles have to be registered 48 hours before departure.
- Your ticket includes a cabin bag weighing no more than 8 kg.
- If you add a checked bag of 23 kg online, it costs 38 euros instead of 55 euros at the airport.
- We are unable to accept bags that weigh more than 32 kg.
- Damage to your bag can be reported online within seven days of the flight, or at the Norvik counter.
- Bicycles need to be registered at least 48 hours before you depart.
# university | Enrolment for new students
> Enrolment for the winter term runs from 1 August to 15 September 2026. Upload your certificate and a photo in the Meridian portal. The semester fee of 312.40 EUR must be paid by 20 September. Students who miss the deadline can enrol late until 30 September for a surcharge of 25 EUR. The foundation college does not admit applicants without a B1 certificate. Your student card is posted within 3 weeks of payment.
- You can enrol for the winter term between 1 August and 15 September 2026.
- Please note that the semester fee, 312.40 euros, is due by September 20.
- Should you miss the deadline, late enrolment is open until 30 September for an extra 25 euros.
- Applicants who don't have a B1 certificate are not admitted to the foundation college.
- We send out your student card by post no later than three weeks after your payment.
# lockers | Parcel lockers
> Parcels wait in the locker for 72 hours and then go to the branch at Quayside 4. You open the locker with the code from the Postie app; the code is valid for one collection only. Parcels above 25 kg do not fit. Cash on delivery cannot be used with lockers. Another person may collect the parcel if you share the code with them. The lockers at Eastgate are out of service until 4 December 2026.
- Your parcel remains in the locker for 72 hours, after which it is taken to our branch at Quayside 4.
- Use the code in your Postie app to open the locker.
- Somebody else may collect the parcel for you when you give them the code.
- Lockers don't support cash on delivery, I'm afraid.
- The Eastgate lockers will be out of service until December 4, 2026.
`;
