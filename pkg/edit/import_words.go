package edit

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// headings are what people write above a column, besides what the field table
// calls it.
var headings = map[string][]string{
	"name":         {"för- och efternamn", "förnamn och efternamn", "fullständigt namn", "person", "full name", "benämning"},
	"first_name":   {"given name", "tilltalsnamn"},
	"last_name":    {"surname", "family name"},
	"type":         {"typ", "slag", "kategori", "förtroendevald/tjänsteperson", "förtroendevald eller tjänsteperson", "politiker/tjänsteman", "förtroendevald/tjänsteman", "elected/official", "elected or official"},
	"title":        {"befattning", "rubrik", "benämning", "job title", "position"},
	"organization": {"kommun", "kommun/region", "huvudman", "part", "organ och huvudman", "företräder", "arbetsgivare", "kommun eller region", "municipality", "party", "represents"},
	"agreement":    {"avtal", "överenskommelsen", "överenskommelser"},
	"group":        {"gruppen", "forum", "samrådsgrupp", "styrgrupp"},
	"seat":         {"plats", "platsens id"},
	"role":         {"uppdrag", "funktion", "roll i gruppen"},
	"from":         {"fr.o.m.", "fr o m", "från och med", "från", "start", "startdatum", "tillträde", "first day", "start date", "since"},
	"until":        {"t.o.m.", "t o m", "till och med", "till", "slut", "slutdatum", "avgår", "last day", "end date", "end"},
	"appointed_by": {"utses av", "nominerad av"},
	"date":         {"datum", "dag", "datum för beslut", "beslutsdatum", "beslutsdag", "antagandedatum", "antagen den", "antaget den", "mötesdatum", "mötesdag", "day", "decision date"},
	"time":         {"tid", "kl", "klockan", "start", "starttid", "start time"},
	"place":        {"lokal", "ort", "mötesplats", "venue", "location"},
	"status":       {"mötets läge"},
	"state":        {"läge", "status", "beslut", "utfall", "decision", "outcome"},
	"present":      {"deltagare", "närvaro", "participants", "attendance"},
	"absent":       {"anmält förhinder", "förhinder", "apologies"},
	"chair":        {"ordf", "mötesordförande"},
	"body":         {"beslutande organ", "beslutsorgan", "instans", "beslutsinstans", "beslutat av", "decided by"},
	"reference":    {"diarienummer", "dnr", "diarienr", "diarie nr", "ärendenummer", "case no", "case number", "ref"},
	"code":         {"kommunkod", "municipality code"},
	"short_name":   {"kortnamn", "förkortning", "abbreviation"},
	"url":          {"länk", "webbadress", "webbsida", "link"},
	"side":         {"sida"},
	"concerns":     {"gäller", "berör"},
	"source":       {"källa", "källdokument"},
	"section":      {"avsnitt", "paragraf", "§", "section"},
}

// needed are the columns that every row of a kind needs; of several names in one
// string, any.
var needed = map[model.Kind][]string{
	model.RepresentativeKind: {"name last_name id", "group"},
	model.AgreementKind:      {"agreement", "organization", "state"},
	model.MeetingKind:        {"group", "date", "status"},
	model.OrganizationKind:   {"name"},
	model.SourceKind:         {"title", "type"},
	model.DecisionKind:       {"title", "state"},
	model.IssueKind:          {"title"},
}

// Columns that hold what no registry may.
var (
	personalWords = []string{"pnr", "tel", "mail", "mejl", "adress", "address", "fodd", "alder", "postnummer", "postnr", "cell"}
	personalParts = []string{"personnr", "personnummer", "samordningsn", "identitynumber", "epost", "email", "mejl", "mailadress", "telefon", "telnr", "mobil", "phone", "hemadress", "gatuadress", "postadress", "bostadsadress", "streetaddress", "fodelse", "dateofbirth"}
)

// choices are what people write for a value of an enumeration, besides its words.
var choices = map[string]map[model.Word][]string{
	"seat-role": {
		"chair": {"ordf", "ordf."}, "vice-chair": {"vice ordf", "v ordf", "v. ordf.", "vice ordförande"}, "member": {"ledamöter", "ordinarie", "ordinarie ledamot", "led"},
		"substitute": {"ers", "suppleant", "deputy"}, "adjunct": {"adj", "adjungerad ledamot"}, "secretary": {"sekr"},
	},
	"representative-type": {
		"elected": {"politiker", "fv", "elected representative"}, "official": {"tjänsteman", "tjp", "tjm", "chef", "civil servant"},
		"user": {"brukare", "patientföreträdare"},
	},
	"meeting-status": {"planned": {"planerad", "inbokat", "kommande"}, "held": {"genomfört", "genomförd", "hållen", "avhållet"}, "cancelled": {"inställd", "canceled"}},
	"adoption-state": {
		"adopted": {"antaget", "antagits", "antogs", "godkänd", "godkänt"}, "rejected": {"avslaget", "avslag"}, "referred-back": {"återremitterat", "återremiss"},
		"pending": {"ej behandlad", "under beredning"}, "withdrawn": {"återtaget"},
	},
	"adopting-body": {
		"full-council": {"kommunfullmäktige", "regionfullmäktige", "kf", "rf"}, "executive-board": {"kommunstyrelsen", "kommunstyrelse", "regionstyrelsen", "styrelsen", "ks", "rs"},
		"committee": {"nämnden", "socialnämnden", "hälso- och sjukvårdsnämnden"}, "delegated": {"delegation", "på delegation"},
	},
	"decision-state": {"decided": {"beslutad", "antaget"}, "proposed": {"föreslagen", "förslag"}, "rejected": {"avslagen"}, "tabled": {"bordlagd"}, "referred-back": {"återremitterad"}},
}

// The reasons not to take something.
var (
	noSheet        = text.Both{Sv: "arbetsboken har inget blad med det namnet", En: "the workbook has no sheet of that name"}
	noHeadings     = text.Both{Sv: "ingen rad med rubriker hittades: ingen rad har två som känns igen. Säg vilka de är med --map \"Rubrik=attribut\"", En: "no row of headings was found: none has two that are known. Say which they are with --map \"Heading=attribute\""}
	noColumn       = text.Both{Sv: "ingen kolumn har den rubriken", En: "no column has that heading"}
	unknownColumn  = text.Both{Sv: "rubriken känns inte igen. Säg vad den är (--map) eller utelämna den (--ignore).", En: "the heading is not known. Say what it is (--map) or leave it out (--ignore)."}
	personalColumn = text.Both{Sv: "personnummer, adresser, telefon och e-post hör inte hemma i registret. Ta bort kolumnen, eller utelämna den (--ignore)", En: "identity numbers, addresses, telephone and e-mail do not belong in the registry. Remove the column, or leave it out (--ignore)"}
	formulaCell    = text.Both{Sv: "cellen är en formel, eller börjar som en; klistra in värdet i stället", En: "the cell is a formula, or begins as one; paste the value instead"}
	errorCell      = text.Both{Sv: "cellen visar ett fel", En: "the cell shows an error"}
	longCell       = text.Both{Sv: "texten är för lång; högst 32 767 tecken", En: "the text is too long; at most 32,767 characters"}
	controlCell    = text.Both{Sv: "ett styrtecken, eller ett tecken som inte syns, står i texten", En: "a control character, or one that is not seen, stands in the text"}
	personalCell   = text.Both{Sv: "texten innehåller vad som ser ut som {what}", En: "the text holds what looks like {what}"}
	isMissing      = text.Both{Sv: "uppgiften saknas", En: "this is missing"}
	notAnID        = text.Both{Sv: "ett id skrivs med a–z, siffror och bindestreck", En: "an id is written with a–z, digits and hyphens"}
	notAClock      = text.Both{Sv: "det är inget klockslag; skriv när det börjar, TT:MM", En: "it is no time of day; write when it begins, HH:MM"}
	notAnAddress   = text.Both{Sv: "en webbadress börjar med https://", En: "the address of a web page begins with https://"}
	notANumber     = text.Both{Sv: "det är inget heltal", En: "it is no whole number"}
	notYesOrNo     = text.Both{Sv: "skriv ja eller nej", En: "write yes or no"}
	noRecord       = text.Both{Sv: "finns inte i registret bland {kinds}", En: "is not in the registry among {kinds}"}
	ambiguous      = text.Both{Sv: "kan vara {refs}; skriv id:t", En: "may be {refs}; write the id"}
	nearly         = text.Both{Sv: "menades {near}?", En: "did you mean {near}?"}
	ifSame         = text.Both{Sv: "Är det samma person, kör med --same \"{name}={id}\".", En: "If it is the same person, run with --same \"{name}={id}\"."}
	ifMeant        = text.Both{Sv: "Rätta i så fall i filen.", En: "If so, mend the file."}
	ifAnother      = text.Both{Sv: "Är det någon annan, ge raden ett eget id i en kolumn id.", En: "If it is another, give the row an id of its own in a column id."}
	noSuchName     = text.Both{Sv: "ingen rad har namnet som --same anger", En: "no row has the name that --same gives"}
	noType         = text.Both{Sv: "uppgiften saknas; ge den i en kolumn Slag, eller för alla rader med --set slag=tjänsteperson", En: "this is missing; give it in a column Type, or for all rows with --set type=official"}
	cameSince      = text.Both{Sv: "{file} har kommit till sedan registret lästes; kör igen", En: "{file} has come since the registry was read; run it again"}
	changedSince   = text.Both{Sv: "{file} har ändrats sedan registret lästes; kör igen", En: "{file} has been changed since the registry was read; run it again"}
	idTakenByRow   = text.Both{Sv: "id:t {id} har tagits av rad {row}, {name}; ge raden ett eget id i en kolumn id", En: "the id {id} has been taken by row {row}, {name}; give the row an id of its own in a column id"}
	noOne          = text.Both{Sv: "det är ingen persons namn; att en plats är vakant skrivs på platsen i gruppens fil: holder: none", En: "it is no person's name; that a seat is vacant is written on the seat in the file of the group: holder: none"}
	digitInName    = text.Both{Sv: "ett namn på en person innehåller inga siffror", En: "a name of a person holds no digits"}
	bracketInName  = text.Both{Sv: "ett namn skrivs utan parentes och det som står i den; partitillhörighet hör inte hemma i registret", En: "a name is written without brackets and what is in them; the party that a person belongs to is no matter for the registry"}
	notAllowed     = text.Both{Sv: "tillåtet är {allowed}", En: "allowed are {allowed}"}
	notATerm       = text.Both{Sv: "begreppet finns inte i vocabulary.yaml", En: "the term is not in vocabulary.yaml"}
	idTaken        = text.Both{Sv: "id:t {id} finns redan för något annat; ge raden ett eget id i en kolumn id", En: "the id {id} is taken already by something else; give the row an id of its own in a column id"}
	otherName      = text.Both{Sv: "{id} heter {name} i registret", En: "{id} is called {name} in the registry"}
	otherwise      = text.Both{Sv: "i registret står {there}; import ändrar inte det som finns", En: "the registry has {there}; import does not change what is there"}
	saysMore       = text.Both{Sv: "posten finns i registret utan den uppgiften; skriv in den i {file}", En: "the record is in the registry without this; write it in {file}"}
	saysOther      = text.Both{Sv: "rad {row} säger något annat om detsamma", En: "row {row} says otherwise of the same"}
	noSeat         = text.Both{Sv: "gruppen har ingen sådan plats; den har {allowed}", En: "the group has no such seat; it has {allowed}"}
	otherSeat      = text.Both{Sv: "platsen {seat} är för {there}", En: "the seat {seat} is for {there}"}
	notAParty      = text.Both{Sv: "är inte part i {agreement}", En: "is not a party of {agreement}"}
	partiesElse    = text.Both{Sv: "överenskommelsen räknar inte upp sina parter; skriv dem i {file} först", En: "the agreement does not list its parties; write them in {file} first"}
	settled        = text.Both{Sv: "i registret står redan {there}", En: "the registry has {there} already"}
	noLetters      = text.Both{Sv: "inget id kan göras av namnet; ge raden ett id i en kolumn id", En: "no id can be made of the name; give the row an id in a column id"}
)
