import type { Topic } from './topic.ts';

export const EN: readonly Topic[] = [
  {
    id: 'refund',
    language: 'en',
    draft: `Thank you for your message. Your return arrived at our warehouse on 4 March. We have sent the refund of 49.90 EUR to the card you paid with. Banks usually need 5 business days until the amount shows in your account. We did not charge a return fee. You can follow the status at https://shop.example/returns.`,
    own: [
      `I just had a look at your order. The parcel is back with us since 4 March, so I have paid out the 49.90 EUR to your credit card. Please allow your bank 5 business days or so. If nothing is there by then, send me a short note and I will call the payment provider myself.`,
      `Good news: the money is on its way! Accounting released 49.90 EUR this morning after the warehouse had checked your shoes. Depending on your bank it may be Tuesday before you see it.`,
    ],
    macro: `We are happy to confirm that your refund has been processed. Refunds are made to the original payment method and can take up to ten days. Details about returns are in our help centre. Please rate our service using the link below.`,
    tone: `Thanks so much for writing to us! Your return reached our warehouse on 4 March, and we've already sent the refund of 49.90 EUR back to the card you paid with. It usually takes banks 5 business days until the amount appears in your account. There was no return fee for you, of course. The status is always at https://shop.example/returns.`,
    small: [
      ['arrived at', 'has arrived at'],
      ['usually', 'normally'],
    ],
    facts: [
      ['49.90 EUR', '44.90 EUR'],
      ['5 business days', '10 business days'],
      ['We did not charge a return fee', 'We charged a return fee'],
    ],
    extra: 'As an apology for the wait I have added a voucher for your next order.',
  },
  {
    id: 'delivery',
    language: 'en',
    draft: `I am sorry that your parcel is late. Order 58213 left our warehouse on 12 May and is now with the carrier Nordpost. The carrier expects to deliver it on 16 May between 9:00 and 12:00. You can change the delivery address until the evening before in the Nordpost app. If the parcel has not arrived by 18 May, we will send a replacement free of charge.`,
    own: [
      `I checked with Nordpost: order 58213 was held up in their depot and comes on 16 May in the morning. Should you be out, tell the driver through the app where to leave it. And if it gets lost after all, write to me and you get a new one from us at no cost.`,
      `Sorry about the trouble with order 58213. There was a strike at the carrier this week, which is why nothing moved. They promised me delivery for Friday morning.`,
    ],
    macro: `Thank you for getting in touch about your delivery. Parcels normally reach you within three to five working days. You find the tracking link in your confirmation e-mail. During sales there may be delays of a few days.`,
    tone: `I'm really sorry your parcel is late! Order 58213 left our warehouse on 12 May and is now travelling with the carrier Nordpost. They expect to deliver it on 16 May between 9:00 and 12:00. Until the evening before, you can change the delivery address in the Nordpost app. And if the parcel still has not arrived by 18 May, we'll gladly send you a replacement free of charge.`,
    small: [
      ['I am sorry', 'I apologise'],
      ['is now with', 'is currently with'],
    ],
    facts: [
      ['16 May', '19 May'],
      ['Nordpost app', 'Swiftmail app'],
      ['58213', '58231'],
    ],
    extra: 'I have also asked the carrier to ring you before the delivery.',
  },
  {
    id: 'password',
    language: 'en',
    draft: `To reset your password, open https://app.example/login and click "Forgot password". Enter the e-mail address of your account and we send you a link. The link is valid for 30 minutes and works only once. If no mail arrives, please check your spam folder. After three wrong attempts the account is locked for one hour.`,
    own: [
      `It looks like your account was locked after three wrong attempts, so the reset mail could not go out. I have unlocked it. Please go to https://app.example/login again, use "Forgot password" and pick a new one within 30 minutes. Do look into the spam folder if you don't see the mail.`,
      `Which address did you sign up with? I can't find an account under this one. There is one with the same name, but with a different domain. Tell me if that is yours and I'll trigger the mail from here.`,
    ],
    macro: `You can change your password at any time in your profile under Security. For your protection we never ask for passwords by e-mail or phone. If you use single sign-on, please contact your administrator.`,
    tone: `No problem, resetting your password is quick! Just open https://app.example/login and click "Forgot password". Enter your account's e-mail address and we'll send you a link. The link stays valid for 30 minutes and works only once. If you get no mail, please have a look in your spam folder. And just so you know: after three wrong attempts the account is locked for one hour.`,
    small: [
      ['please check', 'kindly check'],
      ['we send you a link', 'we will send you a link'],
    ],
    facts: [
      ['30 minutes', '15 minutes'],
      ['https://app.example/login', 'https://id.example/login'],
      ['works only once', 'works several times'],
    ],
    extra: 'I have just sent you such a link myself, so please look into your inbox.',
  },
  {
    id: 'invoice',
    language: 'en',
    draft: `Your invoice for April is attached to this message. It shows 120.00 EUR for the plan Team and 22.80 EUR VAT. We have changed the billing address to your new office. You can download all invoices under Settings, Billing. Payment by bank transfer is possible for yearly plans only. Invoices already paid cannot be changed any more.`,
    own: [
      `I corrected the address and made the April invoice new, you find it attached. For the plan Team that is 120.00 EUR plus VAT as before. From now on everything goes out with the new office on it, and older documents wait for you in the billing settings.`,
      `Since this one has been paid, our accounting cannot touch it. What we can do is issue a credit note and bill you again. Would that be alright for your tax adviser?`,
    ],
    macro: `All invoices are sent by e-mail to the billing contact on the first of the month. If you need a copy, ask the owner of your workspace. Questions about taxes are answered by your local tax office.`,
    tone: `Happy to help! You'll find your invoice for April attached to this message: it shows 120.00 EUR for the plan Team and 22.80 EUR VAT. We've also changed the billing address to your new office. All your invoices can be downloaded under Settings, Billing. Please note that payment by bank transfer is possible for yearly plans only. Sadly, invoices already paid can't be changed any more.`,
    small: [
      ['is attached', 'is enclosed'],
      ['any more', 'afterwards'],
    ],
    facts: [
      ['120.00 EUR', '140.00 EUR'],
      ['for yearly plans only', 'for monthly plans too'],
      ['cannot be changed', 'can be changed'],
    ],
    extra: 'The credit note for March follows in a second message.',
  },
  {
    id: 'cancel',
    language: 'en',
    draft: `You can cancel your subscription at any time under Account, Subscription. The cancellation takes effect at the end of the paid period, in your case on 30 June. Until then you can use all functions as before. We do not refund months that have begun. Your data stays stored for 90 days and is then deleted. If you come back within that time, everything is as you left it.`,
    own: [
      `I'm sad to see you go! I have noted the cancellation for 30 June, so there is nothing you need to do in your account. Please download your projects before, since we delete them 90 days later. A refund for June is not possible, I'm afraid.`,
      `May I ask what made you decide that? If it's about the price, we have a smaller plan since last week which might be enough for two people. Otherwise I'd close the account for you today.`,
    ],
    macro: `Thanks for using our service. Cancellations are handled in the account area. Before you cancel, have a look at our free plan, which keeps your projects without any costs. Our terms explain the notice periods.`,
    tone: `Sorry to hear you'd like to leave us. You can cancel your subscription whenever you like under Account, Subscription. The cancellation then takes effect at the end of the paid period, which in your case is 30 June. Of course you can use all functions as before until then. Please understand that we do not refund months that have begun. Your data stays with us for 90 days and is deleted after that. Should you come back within that time, you'll find everything as you left it.`,
    small: [
      ['at any time', 'whenever you like'],
      ['everything is', 'everything will be'],
    ],
    facts: [
      ['30 June', '31 July'],
      ['90 days', '30 days'],
      ['We do not refund', 'We refund'],
    ],
    extra: 'Would you tell us in a word or two why you are leaving?',
  },
  {
    id: 'warranty',
    language: 'en',
    draft: `I am sorry that your coffee machine leaks. The model Brava 200 has a warranty of 24 months, and yours runs until 9 October. Please send us a photo of the type plate and your receipt. We then send you a prepaid label for the return. A repair takes about 7 days. Please empty the water tank before you pack the machine.`,
    own: [
      `That should not happen after a year! Your Brava 200 is still under warranty, so the repair will cost you nothing. I need two pictures, the receipt and the sticker underneath, and you'll have a return label in your inbox the same day. Count on roughly a week.`,
      `Leaks of this kind nearly always come from the seal behind the tank. A new one is on its way to you and you can fit it without tools, a short film shows how. If it still drips after that we take the machine in.`,
    ],
    macro: `For warranty cases please fill in the form on our service page and add proof of purchase. Our workshop will contact you. Damage by limescale or improper use is excluded.`,
    tone: `Oh no, I'm so sorry that your coffee machine leaks! Luckily the model Brava 200 has a warranty of 24 months, and yours runs until 9 October. Could you please send us a photo of the type plate and your receipt? You'll then get a prepaid label for the return from us. The repair will take about 7 days. One more thing: please empty the water tank before you pack up the machine.`,
    small: [
      ['takes about', 'will take about'],
      ['I am sorry', 'We are sorry'],
    ],
    facts: [
      ['24 months', '12 months'],
      ['Brava 200', 'Brava 300'],
      ['about 7 days', 'about 14 days'],
    ],
    extra: 'You can keep the filter cartridge, we do not need it.',
  },
  {
    id: 'sync',
    language: 'en',
    draft: `The app did not synchronise because version 4.2 has an error with large folders. We have corrected it in version 4.3, which came out on 2 February. Please install the update and sign in again. Your files are safe and nothing was deleted. The first synchronisation can take up to 2 hours. If the error E-117 appears again, please send us the log from Help, Diagnostics.`,
    own: [
      `This is a known problem of 4.2 when a folder holds very many files. Please update to 4.3, log out and in once, and leave the computer on for an hour or two. Nothing is lost, all files are on our server. Should E-117 come back, I'd need the log file from the diagnostics menu.`,
      `I looked at your account and see that the storage is full, that is why nothing new goes up. Either you empty the bin, or I give you 10 GB for a month so that you can tidy up.`,
    ],
    macro: `If the app does not synchronise, please check your internet connection and restart the device. Make sure that enough storage is free. A list of known problems is on our status page.`,
    tone: `Sorry for the hassle! The app didn't synchronise because version 4.2 has an error with large folders. That one is corrected in version 4.3, out since 2 February. Please install the update and then sign in again. Don't worry: your files are safe and nothing was deleted. The first synchronisation may take up to 2 hours. In case the error E-117 appears again, just send us the log from Help, Diagnostics.`,
    small: [
      ['Please install', 'Kindly install'],
      ['has an error', 'has a problem'],
    ],
    facts: [
      ['2 hours', '6 hours'],
      ['version 4.3', 'version 4.5'],
      ['E-117', 'E-171'],
    ],
    extra: 'On Macs one has to allow the extension in the system settings once more.',
  },
  {
    id: 'booking',
    language: 'en',
    draft: `Your booking for 21 August has been moved to 23 August at 15:30. Bring your confirmation, on paper or on the phone. Children under 6 years come in free. The entrance is in Hafenstrasse 12, and the car park next to it costs 4 EUR a day. You can move a booking once without a fee up to 48 hours before. Dogs are not allowed in the building.`,
    own: [
      `All done, I rebooked you for 23 August, 15:30. Your little one is under six and needs no ticket. There's parking right beside the entrance in Hafenstrasse, 4 EUR for the whole day. Unfortunately the dog has to stay at home.`,
      `The 23rd is fully booked in the afternoon, I'm afraid. I could offer you ten o'clock on the same day, or the 25th at any time. Let me know which suits your family better.`,
    ],
    macro: `Tickets can be rebooked in the booking area until two days before the visit. Opening times and directions are on our website. Groups of ten and more please contact our group service.`,
    tone: `Good news! We moved your booking for 21 August to 23 August at 15:30. Please bring your confirmation, either on paper or on the phone. Children under 6 years are free. You'll find the entrance in Hafenstrasse 12, and the car park next to it is 4 EUR a day. You may move a booking once without a fee up to 48 hours before. I'm sorry, but dogs are not allowed in the building.`,
    small: [
      ['come in free', 'get in free'],
      ['Bring your', 'Please bring your'],
    ],
    facts: [
      ['15:30', '13:30'],
      ['Hafenstrasse 12', 'Hafenstrasse 21'],
      ['Dogs are not allowed', 'Dogs are allowed'],
    ],
    extra: 'The café on the second floor is closed on that day.',
  },
];
