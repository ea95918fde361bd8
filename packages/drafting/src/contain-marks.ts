/** What kinds of address a reply must not bring in from nowhere. */
export type AddressKind = 'link' | 'email' | 'phone' | 'account';

type Marks = Readonly<Record<AddressKind, string>>;

const marks = (link: string, email: string, phone: string, account: string): Marks => ({ link, email, phone, account });

const ENGLISH = marks(
  '[link removed]',
  '[e-mail address removed]',
  '[phone number removed]',
  '[account number removed]',
);

const MARKS: Readonly<Record<string, Marks>> = {
  en: ENGLISH,
  ru: marks('[ссылка удалена]', '[адрес почты удалён]', '[номер телефона удалён]', '[номер счёта удалён]'),
  uk: marks('[посилання вилучено]', '[адресу пошти вилучено]', '[номер телефону вилучено]', '[номер рахунку вилучено]'),
  de: marks('[Link entfernt]', '[E-Mail-Adresse entfernt]', '[Telefonnummer entfernt]', '[Kontonummer entfernt]'),
  fr: marks(
    '[lien supprimé]',
    '[adresse e-mail supprimée]',
    '[numéro de téléphone supprimé]',
    '[numéro de compte supprimé]',
  ),
  es: marks('[enlace eliminado]', '[correo eliminado]', '[teléfono eliminado]', '[número de cuenta eliminado]'),
  pt: marks('[link removido]', '[e-mail removido]', '[telefone removido]', '[número da conta removido]'),
  it: marks('[link rimosso]', '[e-mail rimossa]', '[telefono rimosso]', '[numero di conto rimosso]'),
  tr: marks('[bağlantı kaldırıldı]', '[e-posta kaldırıldı]', '[telefon kaldırıldı]', '[hesap numarası kaldırıldı]'),
  zh: marks('[链接已移除]', '[邮箱已移除]', '[电话已移除]', '[账号已移除]'),
  ar: marks('[أزيل الرابط]', '[أزيل البريد]', '[أزيل رقم الهاتف]', '[أزيل رقم الحساب]'),
};

/** What stands in a draft where an address was; in English where there is no translation. */
export function removedMark(kind: AddressKind, language: string): string {
  return (MARKS[language] ?? ENGLISH)[kind];
}
