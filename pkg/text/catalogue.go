package text

// Key names a text of the catalogue: everything a person reads that is not a
// rule's, a kind's, a field's or an enumeration's own.
type Key uint16

// The texts of the catalogue. Placeholders stand in braces; see Fill.
const (
	Errors Key = iota
	Warnings
	Infos
	AndAcknowledged
	InfosHidden
	WarningsHidden
	ElsewhereHidden
	PercentWord
	PercentBelow
	PercentAbove
	MoreOfRule
	CannotTellNote
	CannotTellTests
	RemedyLabel
	AcceptedLabel
	AcceptedUntil
	StatsTitle
	ColumnRule
	ColumnNumber
	ColumnSeverity
	ColumnProfile
	ColumnHolds
	ColumnViolated
	ColumnCannotTell
	ColumnSays
	ColumnID
	ColumnName
	ColumnType
	ColumnStatus
	ColumnSince
	ColumnWhy
	ColumnUntil
	ColumnGroup
	ColumnSeat
	ColumnRole
	ColumnFor
	ColumnHolder
	ColumnOwner
	ColumnDate
	ColumnBody
	ColumnSide
	ColumnCode
	ColumnSubregion
	ColumnPublisher
	ColumnLevel
	ColumnPeriod
	ColumnAgreement
	ColumnMemberships
	ColumnFramework
	SeverityError
	SeverityWarning
	SeverityInfo
	SeverityOff
	ExplainWhere
	ExplainWhy
	ExplainCites
	ExplainFails
	ExplainGives
	ExplainPasses
	ExplainBefore
	ExplainChangeFails
	ExplainChangePasses
	ExplainOfChanges
	ExplainRemedy
	ExplainTune
	ExplainTuneSeverity
	ExplainTuneStricter
	ExplainFixed
	ExplainMerged
	ExplainStandsFor
	ExplainSection
	ExplainLine
	ExplainDecisionOfProject
	ShowFile
	ShowStatus
	ShowMaybe
	ShowMaybeAny
	ShowMaybeLater
	ShowSince
	ShowSinceOrEarlier
	ShowLastDay
	ShowCollectively
	ShowBecause
	ShowReferrers
	ShowNoReferrers
	ShowSources
	ShowInherited
	ShowFindings
	ShowNameThen
	ShowAdoption
	ShowAdoptionAll
	ShowProposedOnly
	WhoSeats
	WhoPeople
	WhoNowhere
	WhoNoMemberships
	WhoTitles
	WhoMemberships
	WhoNotSure
	WhoAgreements
	WhoMembersOf
	Uncertain
	FilledUnknown
	Vacant
	SinceUnknown
	UnknownWord
	NoneWord
	NotApplicableWord
	YesWord
	NoWord
	AllAges
	Yearly
	ListNone
	ListCount
	VersionLine
	UsageHeading
	CommandsHeading
	FlagsHeading
	CommonFlagsHeading
	MoreHelp
	ProblemLabel
	NoRegistry
	NoRegistryThere
	UnknownCommand
	UnknownFlag
	UnknownFlagNear
	FlagBadSyntax
	FlagNeedsValue
	FlagBadValue
	BadDate
	BadToday
	BadLanguage
	BadColor
	BadFormat
	BadShell
	BadSeverity
	BadProfile
	NoSuchRule
	RuleNotTested
	RuleOfChanges
	NoSuchRuleNear
	NoSuchKind
	NoSuchRecord
	NoSuchRecordNear
	NoSuchPart
	NoParts
	AmbiguousRecord
	NeedsArgument
	TooManyArguments
	NoSuchPath
	NoSuchFilter
	NoSuchSchema
	FilterDoesNotApply
	CannotWrite
	CannotRead
	StandardOutput
	ChooseAmong
	DidYouMean
	FormatFlag
	BareRevision
	RevisionOutside
	keyCount
)

var catalogue = [keyCount]Both{
	Errors:          {"{n|ett fel|# fel}", "{n|one error|# errors}"},
	Warnings:        {"{n|en varning|# varningar}", "{n|one warning|# warnings}"},
	Infos:           {"{n|en upplysning|# upplysningar}", "{n|one note|# notes}"},
	AndAcknowledged: {"{n|ett godtaget fynd|# godtagna fynd}", "{n|one acknowledged finding|# acknowledged findings}"},
	InfosHidden:     {"Upplysningar visas med --severity info.", "Notes are shown with --severity info."},
	WarningsHidden:  {"Varningar visas med --severity warning.", "Warnings are shown with --severity warning."},
	ElsewhereHidden: {"{n|Ett fynd|# fynd} i andra filer än de angivna visas inte.", "{n|One finding in other files than those named is|# findings in other files than those named are} not shown."},
	PercentWord:     {"{n}\u00a0%", "{n}%"},
	PercentBelow:    {"mindre än {n}\u00a0%", "less than {n}%"},
	PercentAbove:    {"mer än {n}\u00a0%", "more than {n}%"},
	MoreOfRule:      {"… och {n|ett fynd|# fynd} till av {rule}; visa alla med --rule {rule} --format json", "… and {n|one more finding|# more findings} of {rule}; show all with --rule {rule} --format json"},
	CannotTellNote: {
		"Allt går inte att avgöra per {day}. Om {seats} av {allseats} platser och uppdrag ({seatshare}) gäller den dagen framgår inte, för att källorna är för gamla, odaterade eller tysta. Detsamma gäller {n} av {total} prövningar ({share}). Det är inga fel. ”vis validate --stats” visar vilka regler det rör.",
		"Not everything can be told as of {day}. Whether {seats} of {allseats} seats and memberships ({seatshare}) hold that day does not appear, since the sources are too old, undated or silent. The same goes for {n} of {total} tests ({share}). These are not errors. “vis validate --stats” shows which rules they concern.",
	},
	CannotTellTests: {
		"Allt går inte att avgöra per {day}. {n} av {total} prövningar ({share}) har inget svar, för att källorna är för gamla, odaterade eller tysta. Det är inga fel. ”vis validate --stats” visar vilka regler det rör.",
		"Not everything can be told as of {day}. {n} of {total} tests ({share}) have no answer, since the sources are too old, undated or silent. These are not errors. “vis validate --stats” shows which rules they concern.",
	},
	RemedyLabel:    {"åtgärd", "remedy"},
	AcceptedLabel:  {"godtaget", "acknowledged"},
	AcceptedUntil:  {"till och med {until}", "until {until}"},
	StatsTitle:     {"Så föll prövningarna ut per {day}", "How the tests came out as of {day}"},
	ColumnRule:     {"Regel", "Rule"},
	ColumnNumber:   {"Nr", "No."},
	ColumnSeverity: {"Grad", "Severity"},
	ColumnProfile:  {"Profil", "Profile"},
	ColumnHolds:    {"Uppfyllt", "Holds"},
	ColumnViolated: {"Brutet", "Violated"},

	ColumnCannotTell:  {"Går inte att avgöra", "Cannot tell"},
	ColumnSays:        {"Säger", "Says"},
	ColumnID:          {"Id", "Id"},
	ColumnName:        {"Namn", "Name"},
	ColumnType:        {"Slag", "Type"},
	ColumnStatus:      {"Läge", "Status"},
	ColumnSince:       {"Sedan", "Since"},
	ColumnWhy:         {"Vilar på", "Rests on"},
	ColumnUntil:       {"Till", "Until"},
	ColumnGroup:       {"Grupp", "Group"},
	ColumnSeat:        {"Plats", "Seat"},
	ColumnRole:        {"Roll", "Role"},
	ColumnFor:         {"För", "On behalf of"},
	ColumnHolder:      {"Innehavare", "Holder"},
	ColumnOwner:       {"Ansvarig", "Responsible"},
	ColumnDate:        {"Datum", "Date"},
	ColumnBody:        {"Organ", "Body"},
	ColumnSide:        {"Sida", "Side"},
	ColumnCode:        {"Kod", "Code"},
	ColumnSubregion:   {"Delregion", "Subregion"},
	ColumnPublisher:   {"Utgivare", "Publisher"},
	ColumnLevel:       {"Nivå", "Level"},
	ColumnPeriod:      {"Period", "Period"},
	ColumnAgreement:   {"Överenskommelse", "Agreement"},
	ColumnMemberships: {"Uppdrag", "Memberships"},
	ColumnFramework:   {"Huvudöverenskommelse", "Framework"},

	SeverityError:   {"fel", "error"},
	SeverityWarning: {"varning", "warning"},
	SeverityInfo:    {"upplysning", "note"},
	SeverityOff:     {"av", "off"},

	ExplainWhere:             {"Var", "Where"},
	ExplainWhy:               {"Varför", "Why"},
	ExplainCites:             {"Källa", "Source"},
	ExplainFails:             {"Exempel som inte godkänns", "Example that fails"},
	ExplainGives:             {"Det ger", "It gives"},
	ExplainPasses:            {"Samma exempel, rättat", "The same example, mended"},
	ExplainBefore:            {"Exempel: före ändringen", "Example: before the change"},
	ExplainChangeFails:       {"Ändring som inte godkänns", "A change that fails"},
	ExplainChangePasses:      {"Ändring som godkänns", "A change that passes"},
	ExplainOfChanges:         {"ändringsregel", "change rule"},
	ExplainRemedy:            {"Åtgärd", "Remedy"},
	ExplainTune:              {"Anpassa", "Tune"},
	ExplainTuneSeverity:      {"I vis.yaml: severity: {lb}{rule}: off|info|warning|error{rb}.", "In vis.yaml: severity: {lb}{rule}: off|info|warning|error{rb}."},
	ExplainTuneStricter:      {"Skiljer sig graden före och efter en ändring gäller den strängare i granskningen av den.", "Where the severity differs before and after a change, the stricter one counts in its review."},
	ExplainFixed:             {"Regeln gäller alltid, och dess fynd kan inte godtas.", "The rule always applies, and its findings cannot be acknowledged."},
	ExplainMerged:            {"{merged} avgörs av {rule}, som står här.", "{merged} is decided by {rule}, which stands here."},
	ExplainStandsFor:         {"Avgör också", "Also decides"},
	ExplainSection:           {"avsnitt {section}", "section {section}"},
	ExplainLine:              {"rad {line}", "line {line}"},
	ExplainDecisionOfProject: {"projektets eget val ({section})", "a choice of this project ({section})"},

	ShowFile:           {"Fil", "File"},
	ShowStatus:         {"Läge {day}", "Status on {day}"},
	ShowMaybe:          {"kan också vara {states}; källorna avgör det inte", "may also be {states}; the sources do not settle it"},
	ShowMaybeAny:       {"kan vara {states}", "may be {states}"},
	ShowMaybeLater:     {"kan ha ändrats sedan dess; källorna är för gamla för att avgöra det", "may have changed since then; the sources are too old to tell"},
	ShowSince:          {"sedan {since}", "since {since}"},
	ShowSinceOrEarlier: {"sedan {since} eller tidigare", "since {since} or earlier"},
	ShowLastDay:        {"sista dag {day}", "last day {day}"},
	ShowCollectively:   {"samlat redovisat", "reported collectively"},
	ShowBecause:        {"Vilar på", "Rests on"},
	ShowReferrers:      {"Poster som hänvisar hit", "Records that refer to this"},
	ShowNoReferrers:    {"Ingen post hänvisar hit.", "No record refers to this."},
	ShowSources:        {"Källor", "Sources"},
	ShowInherited:      {"källor, hela postens", "sources, of the whole record"},
	ShowFindings:       {"Fynd", "Findings"},
	ShowNameThen:       {"Namn {day}", "Name on {day}"},
	ShowAdoption:       {"{adopted} av {total} parter har antagit den, {unknown} vet vi inget om", "{adopted} of {total} parties have adopted it, nothing is known of {unknown}"},
	ShowAdoptionAll:    {"alla {total} parter har antagit den", "all {total} parties have adopted it"},
	ShowProposedOnly:   {"bara föreslaget", "only proposed"},

	WhoSeats:         {"Platser som företräder {name}", "Seats that represent {name}"},
	WhoPeople:        {"Personer som företräder {name}", "People who represent {name}"},
	WhoNowhere:       {"Ingen plats eller person som företräder {name} finns i registret per {day}. Det betyder inte att ingen finns.", "No seat or person that represents {name} is in the registry as of {day}. That does not mean that there is none."},
	WhoNoMemberships: {"Registret anger inget uppdrag för {name} per {day}. Det betyder inte att inget finns.", "No membership of {name} is in the registry as of {day}. That does not mean that there is none."},
	WhoTitles:        {"Titlar", "Titles"},
	WhoMemberships:   {"Uppdrag", "Memberships"},
	WhoNotSure:       {"? = källorna avgör inte om det gäller {day}", "? = the sources do not settle whether this is so on {day}"},
	WhoAgreements:    {"Överenskommelser som binder {name}", "Agreements that bind {name}"},
	WhoMembersOf:     {"Ingår i", "Member of"},
	Uncertain:        {"osäkert", "uncertain"},
	FilledUnknown:    {"tillsatt, namn okänt", "filled, name not known"},
	Vacant:           {"vakant", "vacant"},
	SinceUnknown:     {"okänt", "unknown"},

	UnknownWord:       {"okänt", "unknown"},
	NoneWord:          {"ingen", "none"},
	NotApplicableWord: {"ej tillämpligt", "not applicable"},
	YesWord:           {"ja", "yes"},
	NoWord:            {"nej", "no"},
	AllAges:           {"alla åldrar", "all ages"},
	Yearly:            {"år", "years"},

	ListNone:    {"Inga poster svarar mot villkoren.", "No records match."},
	ListCount:   {"{n|en post|# poster}", "{n|one record|# records}"},
	VersionLine: {"vis {version} ({revision}), {go}, registerschema {schema}", "vis {version} ({revision}), {go}, registry schema {schema}"},

	UsageHeading:       {"Användning", "Usage"},
	CommandsHeading:    {"Kommandon", "Commands"},
	FlagsHeading:       {"Flaggor", "Flags"},
	CommonFlagsHeading: {"Flaggor för alla kommandon", "Flags of every command"},
	MoreHelp:           {"Mer om ett kommando: {command} KOMMANDO --help", "More about a command: {command} COMMAND --help"},
	ProblemLabel:       {"fel", "error"},

	NoRegistry:         {"hittar inget register: ingen mapp från {dir} och uppåt har vis.yaml eller registry/vis.yaml; ange mappen med --registry", "found no registry: no folder from {dir} upwards has vis.yaml or registry/vis.yaml; name the folder with --registry"},
	NoRegistryThere:    {"”{dir}” är inget register: mappen har ingen vis.yaml", "“{dir}” is not a registry: the folder has no vis.yaml"},
	UnknownCommand:     {"det finns inget kommando ”{name}”{hint}", "there is no command “{name}”{hint}"},
	UnknownFlag:        {"flaggan {name} finns inte för det här kommandot; ”{command} --help” visar dem som finns", "there is no flag {name} for this command; “{command} --help” shows those there are"},
	UnknownFlagNear:    {"flaggan {name} finns inte för det här kommandot; menades {nearest}?", "there is no flag {name} for this command; did you mean {nearest}?"},
	FlagBadSyntax:      {"”{value}” är ingen flagga; en flagga skrivs --namn eller --namn=värde", "“{value}” is not a flag; a flag is written --name or --name=value"},
	FlagNeedsValue:     {"flaggan {name} behöver ett värde", "the flag {name} needs a value"},
	FlagBadValue:       {"flaggan {name} kan inte ha värdet ”{value}”", "the flag {name} cannot have the value “{value}”"},
	BadDate:            {"”{value}” är ingen dag; skriv ÅÅÅÅ-MM-DD, till exempel 2022-11-07", "“{value}” is not a day; write YYYY-MM-DD, such as 2022-11-07"},
	BadToday:           {"VIS_TODAY är ”{value}”, som inte är en dag; skriv ÅÅÅÅ-MM-DD, till exempel 2022-11-07", "VIS_TODAY is “{value}”, which is not a day; write YYYY-MM-DD, such as 2022-11-07"},
	BadLanguage:        {"språket ”{value}” finns inte; välj sv eller en", "there is no language “{value}”; choose sv or en"},
	BadColor:           {"”{value}” är inget val för --color; välj auto, always eller never", "“{value}” is not a choice for --color; choose auto, always or never"},
	BadFormat:          {"formatet ”{value}” finns inte för det här kommandot; välj {allowed}", "there is no format “{value}” for this command; choose {allowed}"},
	BadShell:           {"det finns ingen komplettering för ”{value}”; välj {allowed}", "there is no completion for “{value}”; choose {allowed}"},
	BadSeverity:        {"”{value}” är ingen grad; välj error, warning eller info", "“{value}” is not a severity; choose error, warning or info"},
	BadProfile:         {"”{value}” är ingen profil; välj basic, strict eller pedantic", "“{value}” is not a profile; choose basic, strict or pedantic"},
	RuleNotTested:      {"”vis validate” prövar inte {value}; ”vis explain {value}” berättar varför", "“vis validate” does not test {value}; “vis explain {value}” tells why"},
	RuleOfChanges:      {"”vis validate” prövar inte {value}, som är en ändringsregel; det gör ”vis review”", "“vis validate” does not test {value}, which is a change rule; “vis review” does"},
	NoSuchRule:         {"det finns ingen regel ”{value}”; ”vis rules” och ”vis rules --changes” visar dem som finns", "there is no rule “{value}”; “vis rules” and “vis rules --changes” show those there are"},
	NoSuchRuleNear:     {"det finns ingen regel ”{value}”; menades {nearest}?", "there is no rule “{value}”; did you mean {nearest}?"},
	NoSuchKind:         {"”{value}” är inget slag av post; {hint}", "“{value}” is not a kind of record; {hint}"},
	NoSuchRecord:       {"ingen post heter ”{value}”; ”vis list {kind}” visar dem som finns", "no record is called “{value}”; “vis list {kind}” shows those there are"},
	NoSuchRecordNear:   {"ingen post heter ”{value}”; menades {nearest}?", "no record is called “{value}”; did you mean {nearest}?"},
	NoSuchPart:         {"{record} har ingen del ”{value}”; {hint}", "{record} has no part “{value}”; {hint}"},
	NoParts:            {"{record} har inga delar med id", "{record} has no parts with an id"},
	AmbiguousRecord:    {"”{value}” kan vara flera poster: {allowed}; skriv slag/id", "“{value}” may be several records: {allowed}; write kind/id"},
	NeedsArgument:      {"kommandot behöver {what}: {usage}", "the command needs {what}: {usage}"},
	TooManyArguments:   {"kommandot tar inte ”{value}”: {usage}", "the command does not take “{value}”: {usage}"},
	NoSuchPath:         {"”{value}” finns inte i registret; ange filer eller mappar i {registry}", "“{value}” is not in the registry; name files or folders in {registry}"},
	NoSuchFilter:       {"”{value}” är inget värde för {flag}; {hint}", "“{value}” is not a value of {flag}; {hint}"},
	NoSuchSchema:       {"det finns inget schema ”{value}”; välj {allowed}", "there is no schema “{value}”; choose {allowed}"},
	FilterDoesNotApply: {"{flag} går inte att använda på {kind}", "{flag} does not apply to {kind}"},
	CannotWrite:        {"det gick inte att skriva {file}: {error}", "could not write {file}: {error}"},
	CannotRead:         {"det gick inte att läsa {file}: {error}", "could not read {file}: {error}"},
	StandardOutput:     {"resultatet", "the result"},
	ChooseAmong:        {"välj {allowed}", "choose {allowed}"},
	DidYouMean:         {"menades ”{nearest}”?", "did you mean “{nearest}”?"},
	FormatFlag:         {"format: {formats}", "format: {formats}"},
	BareRevision:       {"--rev läser registret ur git; {error}", "--rev reads the registry from git; {error}"},
	RevisionOutside:    {"registret {dir} ligger utanför git-arkivet", "the registry {dir} lies outside the git repository"},
}

// Say writes a text of the catalogue in a language. Values are written as
// Write does.
func (l Lang) Say(k Key, args Args) string {
	return catalogue[k].Say(l, args)
}

// Word is Say for a text without placeholders.
func (l Lang) Word(k Key) string { return catalogue[k].In(l) }
