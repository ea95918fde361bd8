/** `#` domain and title, `>` a source passage, `-` true sentences of a draft about it. Written for this measurement. */
export const EN = `
# shipping | Delivery times and costs
> Standard delivery within Germany takes 3 to 5 business days and costs €4.95. Orders over €60 are shipped free of charge. Parcels are handed to DHL every weekday at 16:00.
- Within Germany, your parcel should arrive in three to five working days with standard delivery.
- Shipping costs 4.95 EUR unless your order is above 60 EUR, in which case it is free.
- DHL picks up our parcels on weekdays at 4 pm.
# shipping | Lost parcels
> If tracking has not changed for 7 days, please report the parcel as missing. We open an investigation with the carrier, which usually takes up to 10 business days. Claims must be submitted within 30 days of dispatch.
- You can report the parcel missing once the tracking status has been unchanged for a week.
- The carrier's investigation normally lasts no more than 10 working days.
- Please submit the claim no later than 30 days after dispatch.
# returns | Return policy
> Unworn items may be returned within 45 days of delivery. Gift cards and final sale items are not eligible for return. Return labels are free for orders placed in the United Kingdom.
- You have 45 days from delivery to send back unworn items.
- Unfortunately, gift cards cannot be returned.
- For UK orders, the return label is free.
# returns | Exchanges
> Exchanges are processed within 2 business days after the item reaches our warehouse in Rotterdam. Only one exchange per order is possible. Price differences are not refunded.
- After the article arrives at our Rotterdam warehouse, we process the exchange within two working days.
- We don't refund price differences when you exchange an item.
# billing | Invoices
> Invoices are issued on the 1st of each month and must be paid within 14 days. Late payments incur a fee of 2.5 %. You can download invoices as PDF under Settings > Billing.
- Your invoice is created on the 1st of every month and is due within two weeks.
- If you pay late, a fee of 2.5 percent applies.
- Under Settings > Billing you can download every invoice as a PDF.
# billing | Refund of double charges
> If you were charged twice, the second charge is normally reversed by your bank within 3 days. If it is not, write to billing@northpeak.example with the transaction number. We do not accept screenshots as proof.
- A duplicate charge is usually reversed by the bank within three days.
- Otherwise, please send the transaction number to billing@northpeak.example.
- Screenshots are not accepted as evidence.
# saas | Plans
> The Starter plan costs $12 per user and month and includes 10 GB of storage. The Team plan costs $29 per user and month and includes 100 GB. Single sign-on is not available on the Starter plan.
- With the Starter plan you pay 12 dollars per user each month and get 10 GB of storage.
- The Team plan comes with 100 GB.
- Please note that the Starter plan does not offer single sign-on.
# saas | Data export
> Administrators can export all data as CSV or JSON. Exports are kept for 72 hours and then deleted. Exports larger than 2 GB are split into several files.
- As an administrator, you can export all of your data to CSV or JSON.
- We keep exports for 72 hours before deleting them.
- If an export is bigger than 2 GB, it gets split into multiple files.
# saas | Release notes 4.2.1
> Version 4.2.1 was released on March 12, 2025. It fixes the crash on iOS 17 when opening attachments. Users must update before June 30, 2025, because older versions will stop syncing.
- The crash with attachments on iOS 17 is fixed in version 4.2.1.
- That release came out on 12 March 2025.
- You must update by June 30, 2025, as older versions stop syncing after that.
# saas | API limits
> The API allows 600 requests per minute per key. Requests over the limit receive status 429. Webhooks are retried up to 5 times with increasing delay. API keys must not be shared between workspaces.
- Each key may send 600 API requests a minute.
- We retry a failed webhook up to five times.
- Keys must not be shared between different workspaces.
# travel | Flight changes
> Flights can be rebooked free of charge up to 24 hours before departure. After that, a rebooking fee of €75 applies. Tickets in the Light fare cannot be refunded.
- You can rebook your flight for free up to 24 hours before departure.
- A fee of 75 euros applies to rebookings after that.
- Light fare tickets are not refundable.
# travel | Baggage
> Each passenger may bring one cabin bag of up to 8 kg. Checked baggage weighing more than 23 kg costs an additional €40 per flight. Sports equipment must be registered at least 48 hours before departure.
- One cabin bag of no more than 8 kg is allowed per passenger.
- For checked bags heavier than 23 kg, we charge an extra 40 EUR per flight.
- Sports gear has to be registered at least 48 hours before you fly.
# hotel | House rules
> Check-in starts at 3 pm and check-out is until 11 am. Pets are not allowed in the rooms. Breakfast is served from 7:00 to 10:30 and costs €14 per person.
- You can check in from 15:00 and should check out by 11:00.
- Pets aren't permitted in our rooms.
- Breakfast costs 14 euros per guest and is available between 7 am and 10:30 am.
# insurance | Dental cover
> Dental cleaning is covered twice a year up to a total of €120. Cosmetic treatments are not covered. Reimbursement requires the original invoice from the dentist.
- Your policy covers dental cleaning twice a year, up to €120 in total.
- Cosmetic treatments are not covered.
- To be reimbursed, you need to send in the dentist's original invoice.
# insurance | Travel health
> The travel health policy is valid for trips of up to 56 days. Trips to the United States are only covered with the Plus option. Emergencies must be reported within 5 days to assist@medisafe.example.
- Trips lasting up to 56 days are covered by the travel health policy.
- Emergencies have to be reported to assist@medisafe.example within five days.
# telecom | Router and speed
> The Home 250 tariff offers download speeds of up to 250 Mbps. The router costs €5 per month and must be returned within 14 days after the contract ends. The minimum term is 24 months.
- With Home 250 you get up to 250 Mbps download speed.
- Renting the router costs 5 euros a month.
- The contract has a minimum term of 24 months.
# telecom | Roaming
> Roaming in the EU is included in all tariffs. In Switzerland, data costs €0.19 per MB. Roaming is deactivated automatically when a bill of €59.50 is reached.
- All of our tariffs include EU roaming.
- In Switzerland you pay 0.19 EUR per MB of data.
- Once your roaming bill reaches €59.50, we switch roaming off automatically.
# bank | Cards
> Lost cards can be blocked at any time on +49 30 555 0199. A replacement card costs €10 and arrives within 6 business days. The PIN is not sent by e-mail.
- To block a lost card, call +49 30 555 0199 at any time.
- The replacement card costs 10 euros and reaches you within six working days.
- We never send the PIN by e-mail.
# education | Courses
> The next course starts on September 8, 2025 and is led by Dr. Emily Carter. Participants receive a certificate if they attend at least 80 % of the sessions. The course fee of £350 may be paid in two instalments.
- Dr. Emily Carter leads the next course, which begins on 8 September 2025.
- You receive a certificate when you attend at least 80 percent of the sessions.
- It is possible to pay the £350 course fee in two instalments.
# event | Tickets
> Tickets for the Lisbon conference are on sale until 15 May 2026. Students get a discount of 30 % with a valid ID. Tickets may be transferred to another person but are not refundable.
- You can buy tickets for the conference in Lisbon until May 15, 2026.
- Students with a valid ID pay 30% less.
- Tickets can be transferred to someone else, but they can't be refunded.
# hardware | Warranty
> The AeroVac X3 has a warranty of 3 years from the date of purchase. Batteries are covered for 12 months only. Damage caused by water is excluded from the warranty.
- The AeroVac X3 comes with a three-year warranty starting on the purchase date.
- For batteries, the warranty is limited to 12 months.
- Water damage is not covered by the warranty.
# support | Hours
> Our support team is available Monday to Friday from 9:00 to 18:00 CET. On public holidays we are closed. Chat messages are answered within 15 minutes, e-mails within 1 business day.
- You can reach our support team from 9 am to 6 pm CET, Monday to Friday.
- We're closed on public holidays.
- E-mails get an answer within one business day.
# account | Deletion
> To delete your account, open Settings and choose Delete account. Deleted accounts can be restored for 30 days. After that, data cannot be recovered. Further information: https://help.fernweh.example/delete
- Go to Settings and choose Delete account.
- You can still restore the account during the 30 days after deletion.
- Once those 30 days are over, the data can't be recovered.
- More details are at https://help.fernweh.example/delete.
`;
