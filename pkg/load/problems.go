package load

import (
	"errors"
	"io/fs"
	"strings"

	"github.com/vis-samverkan/vis/pkg/text"
)

// problems says in Swedish what the YAML parser says in English, by a part of
// its message. The first that fits is used, so the narrow ones come first.
var problems = []struct{ part, sv string }{
	{"mapping values are not allowed", "ett kolon står mitt i ett värde; sätt texten inom citattecken, eller rätta indraget"},
	{"block sequence entries are not allowed", "en lista börjar på samma rad som sin nyckel; skriv den på nästa rad, med indrag"},
	{"mapping keys are not allowed", "en nyckel står där ingen kan stå; rätta indraget"},
	{"while scanning a quoted scalar: found unexpected end of stream", "ett citattecken öppnas här och stängs aldrig"},
	{"found unexpected end of stream", "filen tar slut mitt i ett värde"},
	{"found unexpected document indicator", "en rad med --- eller ... står mitt i en text inom citattecken"},
	{"did not find expected ',' or ']'", "en lista inom [ ] saknar ett kommatecken eller sin slutklammer"},
	{"did not find expected ',' or '}'", "en post inom { } saknar ett kommatecken eller sin slutklammer"},
	{"flow node: did not find expected node content", "en lista inom [ ] eller en post inom { } är inte avslutad, eller så saknas ett värde mellan två kommatecken"},
	{"did not find expected node content", "här saknas ett värde; ett värde som börjar med ett skiljetecken ska stå inom citattecken"},
	{"did not find expected key", "raden hör inte till något ovanför den; rätta indraget, eller citattecknen på raden före"},
	{"did not find expected '-' indicator", "raden hör inte till listan ovanför den; rätta indraget"},
	{"did not find expected <document start>", "här står mer text efter att posten är slut"},
	{"found unexpected content after document-end", "här står mer text efter att posten är slut"},
	{"could not find expected ':'", "här saknas ett kolon efter nyckeln"},
	{"cannot start any token", "ett värde kan inte börja med det här tecknet; sätt värdet inom citattecken"},
	{"found unknown escape character", "efter ett omvänt snedstreck inom dubbla citattecken står ett tecken som YAML inte känner; använd enkla citattecken"},
	{"expected hexadecimal number", "efter \\x, \\u eller \\U ska det stå hexadecimala siffror"},
	{"expected hexdecimal number", "efter \\x, \\u eller \\U ska det stå hexadecimala siffror"},
	{"invalid Unicode character escape", "koden efter omvänt snedstreck svarar inte mot något tecken"},
	{"comment without preceding whitespace", "före # måste det stå ett blanksteg"},
	{"expected comment or line break", "efter | eller > får bara en kommentar stå på raden"},
	{"indentation indicator equal to 0", "siffran efter | eller > får inte vara 0"},
	{"while scanning a directive", "en rad som börjar med % är en anvisning till YAML och används inte i ett register"},
	{"YAML directive", "en rad som börjar med % är en anvisning till YAML och används inte i ett register"},
	{"TAG directive", "en rad som börjar med % är en anvisning till YAML och används inte i ett register"},
	{"incompatible YAML document", "filen anger en version av YAML som inte finns"},
	{"tag", "utropstecknet börjar en YAML-tagg; sätt värdet inom citattecken"},
}

// inSwedish is a message of the YAML parser in both languages. One that has no
// Swedish is English in both.
func inSwedish(problem string) text.Both {
	for _, p := range problems {
		if strings.Contains(problem, p.part) {
			return text.Both{Sv: p.sv, En: problem}
		}
	}
	return text.Both{Sv: problem, En: problem}
}

// reason is why a file could not be read, without its path, which the finding
// tells already.
func reason(err error) text.Both {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return text.Both{Sv: "behörighet saknas", En: "permission denied"}
	case errors.Is(err, fs.ErrNotExist):
		return text.Both{Sv: "filen finns inte längre", En: "the file is no longer there"}
	case errors.Is(err, fs.ErrInvalid):
		return text.Both{Sv: "namnet går inte att använda på den här datorn", En: "the name cannot be used on this machine"}
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return text.Both{Sv: err.Error(), En: err.Error()}
}
