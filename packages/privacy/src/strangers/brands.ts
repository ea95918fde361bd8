import { fold } from '../fold.ts';

/** Products, firms and things of computing that are also in lists of names or towns: nobody's personal data. */
export const BRANDS: ReadonlySet<string> = new Set(
  `adobe alexa amazon android apache apple asus atlassian aurora avast azure bose bosch braun brother canon chrome cisco citrix
   claude cortana dell delphi disney docker dropbox dyson edge epson ericsson excel facebook fedora fiat firefox fitbit ford
   galaxy garmin gemini github gmail google hadoop honda huawei ibm ikea instagram intel jabra java javascript jenkins jira
   julia kafka kindle kotlin kubernetes lenovo lincoln linux logitech macbook magento marshall mastercard maven mercedes
   microsoft miele mongo motorola mozilla mysql nest netflix nikon nintendo nissan nokia norton nvidia oracle outlook panasonic
   pascal paypal philips photoshop pixel porsche postgres python quickbooks rails redis ring ruby safari salesforce samsung sap
   scala selenium shopify siemens siri skype slack sonos sony spotify swift tableau teams tesla toshiba trello twitter uber
   ubuntu unity vimeo visa volkswagen volvo webex whatsapp windows wordpress xerox xiaomi yahoo yandex youtube zendesk zoom
   zoho hubspot stripe klarna aws ios iphone ipad mac imac airpods homepod surface thinkpad inspiron elasticsearch grafana
   prometheus django laravel drupal joomla asana notion airtable figma canva miro evernote lastpass okta splunk snowflake
   wells chase barclays santander revolut fedex ups dhl usps hermes maersk boeing airbus lufthansa hilton marriott hyatt
   walmart target costco tesco lidl aldi ebay etsy zalando adidas nike puma levi gucci prada rolex omega lego mattel ryzen
   radeon geforce nintendo xbox playstation switch joy bluetooth wi-fi wifi ethernet smart office word access project
   теле билайн мегафон мтс сбер сбербанк яндекс озон вайлдберриз авито алиса одноклассники вконтакте касперский мир`
    .split(/\s+/)
    .map(fold),
);
