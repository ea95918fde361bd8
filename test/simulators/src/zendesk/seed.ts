/** What a simulated Zendesk account holds when it starts. Plain JSON: every field can be written by hand. */
export interface ZendeskSeed {
  account: { id: number; subdomain: string; name: string; locale: string };
  /** The default brand. */
  brand: { id: number; name: string };
  /** Further brands. */
  brands?: SeedBrand[];
  groups?: SeedGroup[];
  forms?: SeedForm[];
  organizations: SeedOrganization[];
  users: SeedUser[];
  articles: SeedArticle[];
  macros: SeedMacro[];
  tickets: SeedTicket[];
}

export interface SeedBrand {
  id: number;
  name: string;
  /** False for one that is no longer used. */
  active?: boolean;
}

export interface SeedGroup {
  id: number;
  name: string;
}

/** A ticket form; without any, tickets have none. */
export interface SeedForm {
  id: number;
  name: string;
}

export interface SeedOrganization {
  id: number;
  name: string;
  notes?: string;
  tags?: string[];
}

export interface SeedUser {
  id: number;
  name: string;
  email: string;
  role: 'end-user' | 'agent' | 'admin';
  /** Zendesk locale, e.g. `en-US`, `ru`, `de`, `es`. */
  locale: string;
  phone?: string;
  organizationId?: number;
  suspended?: boolean;
}

export interface SeedArticle {
  id: number;
  /** Lower-case help-centre locale: `en-us`, `ru`, `de`, `es`. */
  locale: string;
  title: string;
  /** HTML as the help-centre editor writes it. */
  body: string;
  labels?: string[];
  draft?: boolean;
  /** Set when only some users may see the article; absent or null means public. */
  userSegmentId?: number | null;
  /** Whose help centre it is in; the default brand's unless given. */
  brandId?: number;
  /** The same article in other languages. */
  translations?: { locale: string; title: string; body: string; draft?: boolean; updatedAt: string }[];
  /** ISO-8601. */
  updatedAt: string;
}

export interface SeedMacro {
  id: number;
  title: string;
  /** Text of the `comment_value` action; may hold placeholders such as `{{ticket.requester.first_name}}`. */
  reply?: string;
  /** The same as HTML (`comment_value_html`), as the macro editor writes today. */
  replyHtml?: string;
  /** Tags the macro sets, to make it a real macro and not only text. */
  setTags?: string[];
  active?: boolean;
  /** ISO-8601; the start of the simulator unless given. */
  updatedAt?: string;
}

export interface SeedTicket {
  id: number;
  subject: string;
  requesterId: number;
  assigneeId?: number;
  brandId?: number;
  groupId?: number;
  formId?: number;
  status: 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed' | 'deleted';
  priority?: 'low' | 'normal' | 'high' | 'urgent';
  tags?: string[];
  /** `web`, `email`, `api`, `chat` ... as Zendesk's via.channel spells it. */
  channel?: string;
  comments: SeedComment[];
  /** Arrives through the simulator while it runs, and fires the trigger; what the draft has to answer. */
  incoming?: SeedComment;
}

export interface SeedComment {
  authorId: number;
  public: boolean;
  /** Plain text; the simulator makes `html_body` and `plain_body` of it. */
  body: string;
  /** ISO-8601. */
  createdAt: string;
  attachments?: { fileName: string; contentType: string; size: number }[];
}
