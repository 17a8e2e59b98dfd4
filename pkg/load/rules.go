package load

import (
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// The loader's findings are rules like any other, listed and explained with
// them. They cannot be acknowledged: what cannot be read cannot be accepted.
// Their examples stand with those of the record rules.

// Rules returns the loader's rules.
func Rules() []*rule.Spec { return rules }

var rules = []*rule.Spec{yamlUnreadable, hiddenCharacter, fieldUnknown, fieldWrongType, fieldMissing, valueNotAllowed, keyDuplicate, dateValid}

var yamlUnreadable = &rule.Spec{
	ID: "yaml-unreadable", Severity: rule.Error, Profile: rule.Basic, Fixed: true,
	Title: text.Both{
		Sv: "Varje fil i registret går att läsa: UTF-8, giltig YAML, ett dokument, i en mapp som hör till ett slags post.",
		En: "Every file of the registry can be read: UTF-8, valid YAML, one document, in a folder that belongs to a kind of record.",
	},
	Why: text.Both{
		Sv: "En fil som inte går att läsa syns inte i någon kontroll, rapport eller sökning. Därför är den ett fel, och ingenting hoppas över i tysthet. YAML-hänvisningar (& och *) avvisas, eftersom ett register kan komma från en okänd avsändare och hänvisningar kan få en liten fil att växa utan gräns.",
		En: "A file that cannot be read is in no check, report or query. It is therefore an error, and nothing is passed over in silence. YAML aliases (& and *) are refused, since a registry may come from a stranger and aliases can make a small file grow without bound.",
	},
	Remedy: text.Both{Sv: "Rätta filen på den angivna platsen.", En: "Mend the file at the place given."},
	Messages: map[string]text.Both{
		"syntax":         {Sv: "filen är inte giltig YAML: {problem}", En: "the file is not valid YAML: {problem}"},
		"conflict":       {Sv: "filen har olösta konflikter från git; välj vad som ska gälla och ta bort raderna med <<<<<<<, ======= och >>>>>>>", En: "the file has unresolved conflicts from git; choose what is to hold and remove the lines with <<<<<<<, ======= and >>>>>>>"},
		"tab":            {Sv: "ett tabbtecken står där YAML kräver blanksteg", En: "a tab stands where YAML demands spaces"},
		"empty":          {Sv: "filen är tom; en post förväntades", En: "the file is empty; a record was expected"},
		"several":        {Sv: "filen har flera YAML-dokument; en fil rymmer en post", En: "the file has several YAML documents; a file holds one record"},
		"alias":          {Sv: "här står en YAML-hänvisning (*{name}); skriv ut värdet, eller sätt en text som börjar med * inom citattecken", En: "a YAML alias stands here (*{name}); write the value out, or put a text that begins with * in quotes"},
		"anchor":         {Sv: "här står ett YAML-ankare (&{name}); ta bort det, eller sätt en text som börjar med & inom citattecken", En: "a YAML anchor stands here (&{name}); remove it, or put a text that begins with & in quotes"},
		"deep":           {Sv: "filen är för djupt nästlad", En: "the file is nested too deeply"},
		"not-utf8":       {Sv: "filen är inte UTF-8; här står en byte som inte hör till något tecken", En: "the file is not UTF-8; a byte here belongs to no character"},
		"too-large":      {Sv: "filen är större än {limit} MiB, som är gränsen för en post", En: "the file is larger than {limit} MiB, the limit for a record"},
		"unreadable":     {Sv: "filen går inte att läsa: {error}", En: "the file cannot be read: {error}"},
		"entries":        {Sv: "filen har fler än {limit} rader i listor och tabeller; det som följer läses inte", En: "the file has more than {limit} entries in lists and tables; what follows is not read"},
		"more":           {Sv: "filen har {count|ett fynd|# fynd} till, från och med den här platsen; de visas när de första är rättade", En: "the file has {count|one finding|# findings} more, from this place on; they are shown when the first are mended"},
		"special":        {Sv: "det här är ingen vanlig fil, och den läses inte; ett register består av vanliga filer", En: "this is not a plain file and is not read; a registry consists of plain files"},
		"symlink":        {Sv: "en symbolisk länk följs inte; ett register består av vanliga filer", En: "a symbolic link is not followed; a registry consists of plain files"},
		"folder":         {Sv: "en mapp har ett namn som en fil: {file}", En: "a folder has the name of a file: {file}"},
		"yml":            {Sv: "filen läses inte, för den ska heta {better}", En: "the file is not read, since it must be called {better}"},
		"unknown-folder": {Sv: "mappen hör inte till något slags post, och filerna i den läses inte", En: "the folder belongs to no kind of record, and the files in it are not read"},
		"near-folder":    {Sv: "mappen hör inte till något slags post, och filerna i den läses inte; menades {nearest}/?", En: "the folder belongs to no kind of record, and the files in it are not read; did you mean {nearest}/?"},
		"unknown-file":   {Sv: "filen läses inte; överst i ett register ligger bara vis.yaml, vocabulary.yaml och acknowledged.yaml", En: "the file is not read; only vis.yaml, vocabulary.yaml and acknowledged.yaml lie at the top of a registry"},
	},
}

var hiddenCharacter = &rule.Spec{
	ID: "text-hidden-character", Severity: rule.Error, Profile: rule.Basic, Fixed: true,
	Title: text.Both{
		Sv: "Ingen fil innehåller osynliga tecken eller tecken som vänder textens riktning.",
		En: "No file holds characters that are invisible or that turn the direction of the text.",
	},
	Why: text.Both{
		Sv: "Sådana tecken får en granskare att se något annat än det som står i filen, och de gör att två namn som ser lika ut inte är lika. Det gäller också tecken som står som koder inom dubbla citattecken (\\u202e).",
		En: "Such characters make a reviewer see something else than what the file says, and make two names that look equal differ. That holds for characters that stand as escapes in double quotes too (\\u202e).",
	},
	Remedy:   text.Both{Sv: "Ta bort tecknet, och skriv om ordet om det behövs.", En: "Remove the character, and type the word again if need be."},
	Messages: map[string]text.Both{"": {Sv: "ett osynligt eller riktningsändrande tecken ({code}) står här", En: "an invisible or direction-changing character ({code}) stands here"}},
}

var fieldUnknown = &rule.Spec{
	ID: "field-unknown", Severity: rule.Error, Profile: rule.Basic, Fixed: true,
	Title: text.Both{
		Sv: "Varje nyckel i en fil är en uppgift som modellen känner till.",
		En: "Every key of a file is an attribute that the model knows.",
	},
	Why: text.Both{
		Sv: "En felstavad nyckel skulle annars försvinna i tysthet: uppgiften står i filen men ingen kontroll eller rapport ser den.",
		En: "A misspelt key would otherwise vanish in silence: the fact stands in the file and no check or report sees it.",
	},
	Remedy: text.Both{Sv: "Rätta stavningen eller ta bort nyckeln. ”vis help {kind}” visar vilka nycklar som finns.", En: "Correct the spelling or remove the key. “vis help {kind}” shows which keys there are."},
	Messages: map[string]text.Both{
		"":     {Sv: "nyckeln ”{key}” finns inte här; tillåtna är {allowed}", En: "there is no key “{key}” here; allowed are {allowed}"},
		"near": {Sv: "nyckeln ”{key}” finns inte här; menades ”{nearest}”?", En: "there is no key “{key}” here; did you mean “{nearest}”?"},
	},
}

var fieldWrongType = &rule.Spec{
	ID: "field-wrong-type", Severity: rule.Error, Profile: rule.Basic, Fixed: true,
	Title: text.Both{
		Sv: "Varje uppgift är av rätt slag: text, tal, datum, lista eller post med nycklar.",
		En: "Every attribute is of the right type: a text, a number, a date, a list or a map with keys.",
	},
	Why: text.Both{
		Sv: "YAML gissar vad ett värde är: 0114 blir ett tal, och ett kommatecken inom klamrar avslutar en text. Här gissas ingenting.",
		En: "YAML guesses what a value is: 0114 becomes a number, and a comma inside braces ends a text. Here nothing is guessed.",
	},
	Remedy: text.Both{Sv: "Skriv värdet i den form som förväntas.", En: "Write the value in the form that is expected."},
	Messages: map[string]text.Both{
		"":            {Sv: "här står {found}; {expected} förväntades", En: "{found} stands here; {expected} was expected"},
		"record":      {Sv: "filen är {found}; en post med nycklar förväntades", En: "the file is {found}; a map with keys was expected"},
		"empty":       {Sv: "”{field}” saknar värde; skriv ett värde, unknown eller none, eller ta bort nyckeln", En: "“{field}” has no value; write a value, unknown or none, or remove the key"},
		"empty-entry": {Sv: "en rad i ”{field}” saknar värde; skriv ett värde eller unknown, eller ta bort raden", En: "an entry of “{field}” has no value; write a value or unknown, or remove the entry"},
		"key":         {Sv: "nyckeln är {found}; en nyckel är ett enkelt ord", En: "the key is {found}; a key is a plain word"},
		"comma":       {Sv: "”{found}” har lästs som en egen nyckel, för ett kommatecken inom klamrar avslutar texten; skriv texten på egna rader, med sv: och en: under varandra", En: "“{found}” was read as a key of its own, since a comma inside braces ends the text; write the text in block form, with sv: and en: on lines of their own"},
		"unquoted":    {Sv: "koden {value} står utan citattecken och kan läsas som ett tal; skriv \"{value}\"", En: "the code {value} stands without quotes and may be read as a number; write \"{value}\""},
		"number":      {Sv: "talet går inte att läsa; skriv 20, eller value och approx, eller min och max med det minsta först", En: "the number cannot be read; write 20, or value and approx, or min and max with the least first"},
		"tag":         {Sv: "YAML-taggen {tag} används inte i ett register; ta bort den", En: "the YAML tag {tag} is not used in a registry; remove it"},
	},
}

var fieldMissing = &rule.Spec{
	ID: "field-missing", Severity: rule.Error, Profile: rule.Basic, Fixed: true,
	Title: text.Both{
		Sv: "Det som en post inte kan vara utan finns: slag, namn eller titel, läge, och id på det som andra hänvisar till.",
		En: "What a record cannot do without is there: type, name or title, state, and the id of what others refer to.",
	},
	Why: text.Both{
		Sv: "Utan dessa går det inte att avgöra vad posten är. Allt annat får saknas.",
		En: "Without these nobody can tell what the record is. Everything else may be absent.",
	},
	Remedy:   text.Both{Sv: "Lägg till ”{field}”.", En: "Add “{field}”."},
	Messages: map[string]text.Both{"": {Sv: "”{field}” saknas", En: "“{field}” is missing"}},
}

var valueNotAllowed = &rule.Spec{
	ID: "value-not-allowed", Severity: rule.Error, Profile: rule.Basic, Fixed: true,
	Title: text.Both{
		Sv: "Varje värde är ett av dem som är tillåtna, eller har den form som krävs.",
		En: "Every value is one of those allowed, or has the form that is required.",
	},
	Why: text.Both{
		Sv: "Slutna listor gör att poster går att jämföra och räkna. Ett id skrivs med små bokstäver a–z, siffror och bindestreck, så att det fungerar som filnamn överallt.",
		En: "Closed lists make records comparable and countable. An id is written with the letters a–z, digits and hyphens, so that it works as a file name everywhere.",
	},
	Remedy: text.Both{Sv: "Välj ett av de tillåtna värdena eller rätta formen.", En: "Choose one of the values allowed, or correct the form."},
	Messages: map[string]text.Both{
		"":          {Sv: "”{value}” är inte tillåtet; tillåtna är {allowed}", En: "“{value}” is not allowed; allowed are {allowed}"},
		"near":      {Sv: "”{value}” är inte tillåtet; menades ”{nearest}”? Tillåtna är {allowed}", En: "“{value}” is not allowed; did you mean “{nearest}”? Allowed are {allowed}"},
		"label":     {Sv: "”{value}” är inte tillåtet; menades ”{nearest}” ({label})?", En: "“{value}” is not allowed; did you mean “{nearest}” ({label})?"},
		"id":        {Sv: "”{value}” är inget id; ett id har små bokstäver a–z, siffror och bindestreck", En: "“{value}” is not an id; an id has the letters a–z, digits and hyphens"},
		"reference": {Sv: "”{value}” är ingen hänvisning; skriv id, slag/id eller slag/id#del", En: "“{value}” is not a reference; write id, kind/id or kind/id#part"},
		"url":       {Sv: "”{value}” är ingen webbadress; den ska börja med https:// eller http://", En: "“{value}” is not an address on the web; it must begin with https:// or http://"},
		"clock":     {Sv: "”{value}” är inget klockslag; skriv TT:MM, till exempel 13:30", En: "“{value}” is not a time of day; write HH:MM, such as 13:30"},
		"code":      {Sv: "”{value}” är ingen kod; en kod har bara siffror", En: "“{value}” is not a code; a code has digits only"},
		"said":      {Sv: "”{value}” är inte tillåtet; här står bara unknown eller none, för uppgiften själv finns i andra poster", En: "“{value}” is not allowed; only unknown or none stands here, since the fact itself is in other records"},
		"is":        {Sv: "”{value}” är inget svar; efter is: står unknown, none eller not-applicable", En: "“{value}” is not an answer; after is: stands unknown, none or not-applicable"},
	},
}

var keyDuplicate = &rule.Spec{
	ID: "key-duplicate", Severity: rule.Error, Profile: rule.Basic, Fixed: true,
	Title: text.Both{
		Sv: "Ingen nyckel står två gånger på samma ställe.",
		En: "No key stands twice in the same place.",
	},
	Why: text.Both{
		Sv: "Olika program läser olika av två lika nycklar, och den ena uppgiften går förlorad.",
		En: "Different programs read different ones of two equal keys, and one of the facts is lost.",
	},
	Remedy:   text.Both{Sv: "Behåll den ena.", En: "Keep one of them."},
	Messages: map[string]text.Both{"": {Sv: "nyckeln ”{key}” står två gånger; den andra läses inte", En: "the key “{key}” stands twice; the second is not read"}},
}

var dateValid = &rule.Spec{
	ID: "date-valid", Number: "R006", Severity: rule.Error, Profile: rule.Basic, Fixed: true,
	Title: text.Both{
		Sv: "Datum är giltiga datum eller en tillåten oprecis form som svarar mot ett intervall av dagar.",
		En: "Dates are real dates or an allowed imprecise form that stands for an interval of days.",
	},
	Why: text.Both{
		Sv: "Källorna säger ”hösten 2022”, ”första kvartalet 2023” och ”senast den 24 november”. Allt sådant läses som intervall, så att inget görs mer exakt än det är: 2022-11-07 · 2021-02 · 2008 · 2023-Q1 · 2022-spring · 2022-autumn · ~2021-02 · ..2021-11-24 · 2023-01-01.. · 2022-09..2023-06. Tidslängder skrivs P12M, P30D eller P2W.",
		En: "The sources say “autumn 2022”, “the first quarter of 2023” and “no later than 24 November”. All of these are read as intervals, so that nothing is made more exact than it is: 2022-11-07 · 2021-02 · 2008 · 2023-Q1 · 2022-spring · 2022-autumn · ~2021-02 · ..2021-11-24 · 2023-01-01.. · 2022-09..2023-06. Durations are written P12M, P30D or P2W.",
	},
	Remedy: text.Both{Sv: "Skriv datumet i en av de former som ”vis explain date-valid” visar.", En: "Write the date in one of the forms that “vis explain date-valid” shows."},
	Messages: map[string]text.Both{
		"":         {Sv: "”{value}” är inget datum: {why}", En: "“{value}” is not a date: {why}"},
		"path":     {Sv: "filnamnet säger att mötet var ”{value}”, som inte är något datum: {why}", En: "the file name says that the meeting was on “{value}”, which is not a date: {why}"},
		"duration": {Sv: "”{value}” är ingen tidslängd: {why}", En: "“{value}” is not a duration: {why}"},
	},
	Cites: []rule.Cite{
		{Source: "rapport-2022", Section: "7.1", Line: 548, Says: "Det gemensamma sekretariatet tillträder under första kvartalet 2023."},
		{Source: "rapport-2022", Section: "7.4", Line: 583, Says: "på sitt första möte hösten 2023"},
		{Source: "avsiktsforklaring-2008", Line: 9, Says: "de samtal som inletts under hösten 2008"},
	},
}
