/**
 * The fact schema: what an article establishes, and on whose word. One `facts.yaml` a pack.
 *
 * A fact never rests on the author's memory: it names sentences by number and the words in them,
 * character for character (`at: { s: 5, words: "…" }`), and `check.ts` finds every one of them.
 * What breaks if this changes: every pack, the templates in `questions/build/`, and the X-ray.
 *
 * Conventions: ids are kebab-case and unique over the whole file. `why` texts are shown to learners,
 * one or two lines in plain words about the text. Everything here is about what the article says,
 * never about what is true.
 */
import * as v from 'valibot';

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const id = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'an id in kebab-case'),
	v.maxLength(60)
);
const number = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const span = v.tuple([offset, offset]);
const text = line(300);

/** Words of sentence `s`, character for character, curly quotes and dashes included. */
export const quote = v.strictObject({ s: number, words: line(1000) });
/** One quotation or several. */
const at = v.union([
	v.pipe(
		quote,
		v.transform((one) => [one])
	),
	v.pipe(v.array(quote), v.minLength(1))
]);

/**
 * A reason with its citation, exactly one of the three kinds: `settles` (the words decide it),
 * `nearest` (the closest the article comes) or `whole: true` (no sentence says it).
 */
export const reason = v.pipe(
	v.strictObject({
		why: text,
		settles: v.optional(at),
		nearest: v.optional(at),
		whole: v.optional(v.literal(true))
	}),
	v.check(
		(r) => [r.settles, r.nearest, r.whole].filter((kind) => kind !== undefined).length === 1,
		'exactly one of settles, nearest or whole'
	)
);

/** What stands behind a voice, and so what a reader can check. */
export const sourceKinds = [
	'named-person',
	'organisation', // a government, an embassy, a company: speaks as a body
	'group', // several people described but not named: 'analysts', 'former U.S. officials'
	'unnamed', // 'sources familiar with the matter'
	'document',
	'reporter', // the article's own voice
	'not-given' // 'reportedly': somebody's word, but the text does not say whose
] as const;

/** How sure the text is of a span. */
export const certaintyLevels = [
	'plain', // the article says it flat, in its own voice
	'on-word', // flat, but on the word of a voice that it names or describes
	'reported', // 'reportedly': passed on without saying from whom
	'possible', // could, may, would, potential
	'appears', // a judgement marked as one: appears, suggests, warns, concerns
	'open' // unclear, not decided, not disclosed, not commented
] as const;

const voice = v.strictObject({
	id,
	/** As options show it: 'Angela Stent', 'sources whose names are not given'. */
	name: line(80),
	kind: v.picklist(sourceKinds),
	/** Takes a plural verb ('analysts are …'). */
	many: v.optional(v.boolean(), false),
	/** Two voices of one side never compete ('Moscow', 'the Kremlin', 'Russia'). */
	side: v.optional(id),
	/** Groups that this voice may belong to; a group and its member never compete. */
	within: v.optional(v.array(id), []),
	/** Other words the article uses for it. */
	also: v.optional(v.array(line(80)), []),
	/** How the article introduces it, in the article's words. */
	roles: v.optional(v.array(v.strictObject({ id, is: line(120), at })), [])
});

/** A place in the article's story where demands or terms are named: conditions, talks, a draft. */
const place = v.strictObject({
	id,
	/** As a column or an option: 'Talks of late 2021 and early 2022'. */
	name: line(80),
	/** The same inside a sentence: 'in the talks of late 2021 and early 2022'. */
	phrase: line(120),
	/** The words that name the place. Where a demand stands in another sentence, both are its proof. */
	at,
	/**
	 * Why nobody can tell from the text what else belongs here, as an ending: 'whether today’s
	 * conditions have it is not stated'. With it, no reason says that a place lacks a demand.
	 */
	open: v.strictObject({ why: line(160), at })
});

const demand = v.strictObject({
	id,
	/** Voice that asks; a draft asks by itself. */
	by: id,
	/** Of whom, in words; absent where the article does not say. */
	of: v.optional(line(80)),
	/** A short noun phrase, ours, with no three words in a row from the article: questions that ask for evidence use it. */
	what: line(100),
	/** The place that names it. */
	where: id,
	/** Wider demands that this one may be counted under; the two are never options of one question. */
	within: v.optional(v.array(id), []),
	/** What the article makes of it. */
	status: v.picklist(['condition', 'insisted-on', 'discussed', 'draft-term']),
	why: text,
	at
});

const statement = v.strictObject({
	id,
	voice: id,
	/** Name of the voice where the sentence itself uses another: 'Russia' for Moscow in sentence 14. */
	as: v.optional(line(80)),
	/** `direct`: whole quoted sentence or clause; `partial`: quoted words inside the reporter's sentence; `indirect`: retold. */
	form: v.picklist(['direct', 'partial', 'indirect']),
	/** What it is about, after 'on': 'how far back the demands go'. */
	on: line(100),
	/** Retold with the same voice and hedge: 'that these are the demands Russia has had since 1945'. */
	says: line(160),
	at,
	/** The words that tie it to the speaker. `carried`: no cue of its own, the speaker carries over from there. */
	cue: v.strictObject({ s: number, words: line(160), carried: v.optional(v.literal(true)) }),
	/**
	 * A question with exactly one right voice: 'Who sees no sign that Moscow will give way?'. Absent
	 * where more than one answer could be defended; no 'who said it' is then built from it.
	 */
	ask: v.optional(line(160)),
	/**
	 * Asked in two parts: who, and which sentences show it. `ask` then has at most 16 words and shares
	 * no three in a row with these sentences.
	 */
	prove: v.optional(v.literal(true)),
	/** Statements with a topic in common lie near each other; the nearest make the best distractors. */
	topics: v.optional(v.array(id), []),
	/** Voices that a reader could also tie it to, or that may be among its speakers: never against it. */
	shared: v.optional(v.array(id), []),
	/** Voices that a hasty reader takes for this one, and what the article really gives of them. */
	tempting: v.optional(v.array(v.strictObject({ voice: id, reason })), []),
	/**
	 * Its telling word or two, part of `at`: for `direct` and `partial` inside the article's quotation
	 * marks, for `indirect` outside any.
	 */
	word: v.optional(quote),
	/** For `word`: voices that it could be taken for, and why it is not theirs. */
	'word-tempting': v.optional(v.array(v.strictObject({ voice: id, reason })), [])
});

const event = v.strictObject({
	id,
	/** As an item of a timeline, a noun phrase: 'Moscow’s talks with the Biden administration'. */
	what: line(100),
	/** The article's words for the time, character for character; absent where it gives none. */
	when: v.optional(line(60)),
	/** `open`: no time, or a span with an open end. */
	grain: v.picklist(['day', 'month', 'season', 'year', 'span', 'open']),
	/** True where the time hangs on a publication date ('in recent weeks'). */
	hangs: v.optional(v.boolean(), false),
	at
});

/**
 * An order that the text itself gives, between events that do not overlap. A timeline uses only
 * events that a chain of these orders. `why` tells how the text puts `first` before `then`.
 */
const before = v.strictObject({ first: id, then: id, why: text, at });

/** Two events whose order the text leaves open. They never meet in a timeline. */
const unsettled = v.strictObject({ one: id, other: id, why: text, at });

/**
 * Sentences to tap as evidence. `accept` holds every set that a careful teacher would take, all of
 * one size. `reasons` explain the accepted sentences and the tempting ones, each with the words it
 * turns on; the app says of every other sentence what it is about.
 */
const tap = v.pipe(
	v.strictObject({
		/** Goes on from 'Tap the sentence that …'; no three words in a row from an accepted sentence. */
		that: line(160),
		accept: v.pipe(
			v.array(v.pipe(v.array(number), v.minLength(1), v.maxLength(3))),
			v.minLength(1)
		),
		reasons: v.pipe(
			v.array(v.strictObject({ s: number, words: line(1000), why: text })),
			v.minLength(1)
		)
	}),
	v.check(
		({ accept }) => accept.every((set) => set.length === accept[0]?.length),
		'accepted sets of one size'
	)
);

/** A claim about what the text shows, to be proved by tapping. */
const proof = v.strictObject({
	id,
	/** Other facts it tests, if any. */
	about: v.optional(v.array(id), []),
	tap
});

/**
 * Whose voice a stretch is. The spans of a sentence cover all its words and never overlap. Words that
 * only tie a claim to its speaker ('said Angela Stent', 'According to sources') are the reporter's.
 */
const voiceSpan = v.strictObject({
	/** Only for a span that carries a claim of its own: a question may be asked about it. */
	id: v.optional(id),
	s: number,
	/** Absent: the whole sentence. */
	words: v.optional(line(1000)),
	voice: id,
	/** The words that show whose voice it is; absent only for the reporter. */
	shown: v.optional(quote),
	/**
	 * Asked for itself: which kind of source stands behind it, or what a reader learns about the
	 * source. Only where nobody would dispute the answer.
	 */
	asked: v.optional(v.picklist(['kind', 'source'])),
	/** The reporter tells of this voice's act or text (a call, a rejection, a draft's terms). */
	told: v.optional(v.literal(true))
});

/** How a verb of saying passes something on. */
export const verbForces = [
	'as-so', // noted, highlight: what follows is presented as so
	'as-view' // suggested, believe, warn: what follows stays somebody's view
] as const;

/** Together the spans of a sentence cover all its words, and none of them twice. */
const certaintySpan = v.strictObject({
	/** Needed only where a question rests on the span: with `clear` or `verb`. */
	id: v.optional(id),
	s: number,
	/** Absent: the whole sentence. */
	words: v.optional(line(1000)),
	level: v.picklist(certaintyLevels),
	/** The words of the sentence that show it; absent only for `plain` and `on-word`. */
	shown: v.optional(line(120)),
	/** Words of the span that stand for it in a question: only where nobody would dispute the level. */
	clear: v.optional(line(160)),
	/** Words of the span with its verb of saying, what that verb does, and why. */
	verb: v.optional(v.strictObject({ words: line(120), force: v.picklist(verbForces), why: text }))
});

/** Facts that say the same thing elsewhere in the file, so that questions on both are siblings. */
const about = v.optional(v.array(id), []);

/** Other words of a passage, beside the ones that are the key, and what they do instead. */
const beside = v.optional(v.array(v.strictObject({ words: line(80), why: text })), []);

/** A passage that is either something one could check or somebody's judgement. Unclear ones are left out. */
const passage = v.strictObject({
	id,
	about,
	class: v.picklist(['checkable', 'judgement']),
	at: quote,
	/** The judging words; only for judgements, and part of `at`. */
	judging: v.optional(line(120)),
	why: text,
	/** A report with a judgement inside: it is never sorted, only its words are asked about. */
	mixed: v.optional(v.boolean(), false),
	/** For 'Which word judges?': words of `at` that do not judge. */
	beside,
	/** For 'Tap the sentence in which …'; only where no other sentence could be meant. */
	tap: v.optional(line(120))
});

/** How a retelling goes wrong. */
export const slips = [
	'firmer', // drops the hedge, or claims more
	'weaker', // hedges more than the text does
	'moved', // hedges something else
	'voice' // gives it to another voice
] as const;

/**
 * A hedge: words that hold a claim back, and what can be asked about them. Each of `faithful` with
 * `unfaithful`, `shows` with `beside`, and `matter` makes a question of its own; all are optional.
 */
const hedge = v.strictObject({
	id,
	about,
	at: quote,
	/** The hedging words themselves, inside `at`. */
	words: line(80),
	level: v.picklist(certaintyLevels),
	/** Retelling that keeps the hedge and the voice. */
	faithful: v.optional(v.strictObject({ text, why: text })),
	/** Retellings that do not; each says what it really does. `also`: a second passage that shows it. */
	unfaithful: v.optional(
		v.array(v.strictObject({ text, slip: v.picklist(slips), why: text, also: v.optional(quote) })),
		[]
	),
	/** What the words do, after 'Which words show …' ('that no deal has been made yet'), and how. */
	shows: v.optional(v.strictObject({ what: line(120), why: text })),
	/** For 'Which words show …?': words of `at` that do something else. */
	beside,
	/** What is held back, after 'How does the article present …': 'the talks between officials'. */
	matter: v.optional(line(100)),
	/** Sentences that prove the level, each enough by itself; absent: the one of `at`. */
	evidence: v.optional(v.pipe(v.array(number), v.minLength(1)))
});

/** A statement for stated / contradicted / not stated, with a reason for each of the three. */
const claim = v.strictObject({
	id,
	/** Facts that it tests, where other facts say the same. */
	about,
	/**
	 * The skill that judging it takes: `not-stated` unless it turns on who says it, how sure the text
	 * is, when it was, or on words that are retold with a change. A full quiz asks three verdicts, each
	 * for another skill, so a skill that has any needs all three keys.
	 */
	skill: v.optional(
		v.picklist(['not-stated', 'attribution', 'certainty', 'chronology', 'altered-quote']),
		'not-stated'
	),
	/** Names the voice: 'Schake says that …'. */
	text: line(200),
	key: v.picklist(['stated', 'contradicted', 'not-stated']),
	stated: reason,
	contradicted: reason,
	'not-stated': reason
});

/** A question that a reader may bring to the article, and what becomes of it. */
const gap = v.strictObject({
	id,
	about,
	/**
	 * `open`: a sentence says that it is unknown, undecided or undisclosed. `unsaid`: no sentence says
	 * anything on it. `answered`: a sentence answers it (such questions stand beside the gaps).
	 */
	kind: v.picklist(['open', 'unsaid', 'answered']),
	/** As an indirect question: 'when Putin will answer'. */
	what: line(120),
	reason
});

/** Two passages that do not fit each other easily. Both may be right. */
const conflict = v.strictObject({
	id,
	/** What both speak of, without a hint of where they differ: 'Russia’s demands'. */
	topic: line(60),
	/** What differs, as an indirect question: 'how far back the demands go'. */
	on: line(100),
	/** What does not differ, in the same form: both passages agree on it or neither speaks of it. */
	shared: v.optional(v.array(v.strictObject({ text: line(100), reason })), []),
	/** `gist`: a clause without the voice's name, 'these demands have existed since 1945'. */
	sides: v.tuple([
		v.strictObject({ voice: id, gist: line(140), at: quote }),
		v.strictObject({ voice: id, gist: line(140), at: quote })
	]),
	/** Only where no other pair of sentences would do as well. */
	tap: v.optional(tap),
	/** What exactly differs, and why the text does not settle it. */
	why: text
});

/** What someone might say that a passage says, and what that keeps or changes. */
const retelling = v.strictObject({ text: line(120), why: text });

/** How a voice is, or is not, heard. */
const heard = v.strictObject({
	id,
	about,
	/** 'people in the four regions' */
	who: line(100),
	/**
	 * `quoted`: in whole sentences or clauses; `retold`: in the reporter's words, nothing quoted;
	 * `spoken-for`: someone else says what they think; `no-comment`: the article says that they have
	 * not commented; `absent`: the article gives nothing of theirs and does not say why.
	 * Who is both quoted and retold is left out.
	 */
	how: v.picklist(['quoted', 'retold', 'spoken-for', 'no-comment', 'absent']),
	voice: v.optional(id),
	reason,
	/** Asked for itself ('How does the article let us hear …?'); else only a line of a larger question. */
	asked: v.optional(v.literal(true)),
	/** What the article says about this voice, and misreadings of it. */
	retold: v.optional(
		v.strictObject({
			ask: line(160),
			fits: retelling,
			misfits: v.pipe(v.array(retelling), v.minLength(2)),
			at
		})
	)
});

/** The steps by which a headline can go too far. */
export const headlineSteps = [
	'source', // drops or changes whose word it is
	'hedge', // drops a word of doubt
	'scope', // takes in more than the text does
	'time' // moves it to another time
] as const;

const step = v.picklist(headlineSteps);

/** A headline the text supports, and overclaims that go one step too far each. */
const headline = v.strictObject({
	id,
	about,
	/** Absent where the overclaims serve only to ask what they overclaim. */
	fits: v.optional(v.strictObject({ text: line(90), reason })),
	overclaims: v.pipe(
		v.array(
			v.strictObject({
				text: line(90),
				step,
				reason,
				/** Why it is none of the other steps; all three or nothing. */
				keeps: v.optional(v.array(v.strictObject({ step, reason })), [])
			})
		),
		v.minLength(1)
	)
});

/**
 * A quotation against its retellings: single words changed, each altering the meaning, and whole
 * retellings that keep or change it.
 */
const alteration = v.pipe(
	v.strictObject({
		id,
		statement: id,
		at: quote,
		/** `from`: one word of `at` without its punctuation; its first occurrence is changed. */
		changes: v.optional(v.array(v.strictObject({ from: line(40), to: line(40), why: text })), []),
		/** Retellings of `at` in our words. One `keeps` with two `alters` asks which keeps the meaning, two with one which changes it. */
		retellings: v.optional(
			v.strictObject({
				keeps: v.pipe(v.array(retelling), v.minLength(1)),
				alters: v.pipe(v.array(retelling), v.minLength(1))
			})
		)
	}),
	v.check(
		({ changes, retellings }) => changes.length > 0 || retellings !== undefined,
		'changes or retellings'
	)
);

/** Something that the article alone cannot prove, and where one would look. */
const outside = v.strictObject({
	id,
	about,
	/** The question's stem; asks for a plan. */
	task: line(200),
	/** The words that the article alone cannot prove. */
	at: quote,
	/** A self-check list: 'My plan looks for …'. Nothing here states what would be found. */
	checks: v.pipe(v.array(v.strictObject({ text, reason })), v.minLength(3))
});

const list = <T extends v.GenericSchema>(item: T) => v.optional(v.array(item), []);

export const factsSchema = v.strictObject({
	lang: v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Z]{2})?$/u)),
	/** `by: project` when the article came without a headline; the app then says so. */
	title: v.strictObject({ text: line(90), by: v.picklist(['project', 'article']) }),
	/** One sentence for the list of articles. */
	teaser: line(200),
	source: v.strictObject({
		/** null: not given in the text we have. */
		publisher: v.nullable(line(120)),
		author: v.nullable(line(120)),
		date: v.nullable(line(40)),
		link: v.nullable(v.pipe(v.string(), v.url())),
		/**
		 * The people, places and events were invented for practice. The app says so wherever it names the
		 * article, so that nobody takes it for news.
		 */
		invented: v.optional(v.boolean(), false),
		/** What else is, or is not, known about where it comes from. */
		note: text,
		rights: text
	}),
	blocks: v.pipe(
		v.array(
			v.union([
				v.strictObject({ heading: span }),
				v.strictObject({ paragraph: v.pipe(v.array(span), v.minLength(1)) })
			])
		),
		v.minLength(1)
	),
	/** Sentence number → what it is about, for 'Sentence 12 is about …'. One for every sentence. */
	about: v.record(v.pipe(v.string(), v.regex(/^[1-9]\d*$/u)), line(140)),
	voices: list(voice),
	places: list(place),
	demands: list(demand),
	statements: list(statement),
	events: list(event),
	before: list(before),
	unsettled: list(unsettled),
	proofs: list(proof),
	'voice-spans': list(voiceSpan),
	'certainty-spans': list(certaintySpan),
	passages: list(passage),
	hedges: list(hedge),
	claims: list(claim),
	gaps: list(gap),
	conflicts: list(conflict),
	heard: list(heard),
	headlines: list(headline),
	alterations: list(alteration),
	outside: list(outside),
	/** Ids that are too alike to meet in one question. */
	alike: list(v.pipe(v.array(id), v.minLength(2))),
	/** Words that deserve an explanation. */
	glossary: list(v.strictObject({ word: line(40), means: line(200) }))
});

export type Facts = v.InferOutput<typeof factsSchema>;
export type Voice = Facts['voices'][number];
export type Statement = Facts['statements'][number];
export type VoiceSpan = Facts['voice-spans'][number];
export type Heard = Facts['heard'][number];
export type Alteration = Facts['alterations'][number];
export type Demand = Facts['demands'][number];
export type FactReason = v.InferOutput<typeof reason>;
export type FactQuote = v.InferOutput<typeof quote>;
export type SourceKind = (typeof sourceKinds)[number];
export type CertaintyLevel = (typeof certaintyLevels)[number];
export type CertaintySpan = Facts['certainty-spans'][number];
export type Hedge = Facts['hedges'][number];
export type Passage = Facts['passages'][number];
export type Gap = Facts['gaps'][number];
export type Headline = Facts['headlines'][number];
export type HeadlineStep = (typeof headlineSteps)[number];
