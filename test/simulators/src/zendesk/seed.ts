/** What a simulated Zendesk account holds when it starts. Plain JSON: every field can be written by hand. */
export interface ZendeskSeed {
  account: { id: number; subdomain: string; name: string; locale: string };
  brand: { id: number; name: string };
  organizations: SeedOrganization[];
  users: SeedUser[];
  articles: SeedArticle[];
  macros: SeedMacro[];
  tickets: SeedTicket[];
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
}

export interface SeedTicket {
  id: number;
  subject: string;
  requesterId: number;
  assigneeId?: number;
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
