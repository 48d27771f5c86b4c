"""The words clauses open with, in three languages: which give reasons, which decide, which ask somebody to act."""

# Operative verbs are given by their base form; English endings are made by rule below.
_ENGLISH_ASKING = """
ask appeal authorize authorise beg beseech call challenge charge command commission delegate demand direct
empower encourage enjoin entrust exhort implore instruct invite mandate oblige order petition press recommend
request require solicit summon task tell urge
"""
_ENGLISH_STATING = """
abhor accede accept acclaim acknowledge adhere admire admit adopt advise advocate affirm agree allocate amend
announce appoint appreciate approve assert associate assure attach award back believe bless caution celebrate
censure cite claim combat commemorate commend commit condemn conclude confirm congratulate consider
consolidate constitute continue convene convey create credit criticize criticise declare decide decry dedicate
defend denounce deplore designate determine disapprove disassociate discharge dissolve dissociate draw elect
embrace emphasize emphasise endorse ensure entitle establish expect express extend favour favor fix form fully
grant greet guarantee hail highlight honor honour hope impose increase initiate insist institute intend
introduce join keep lament launch lend look maintain mourn nominate note object observe offer open oppose
organise organize own pay pledge praise proclaim prohibit promise promote propose protest provide ratify
reaffirm realise realize reassert reassure recall recognise recognize recommit reconfirm refer refuse register
regret reiterate reject rejoice release remain remember remind remit renew repeat repudiate rescind reserve
resolve respect review revoke salute sanction seek send set share stand state stress strive submit suggest
support suspend sympathise sympathize take tender terminate thank transmit trust underline underscore
undertake uphold value view voice vote vow warn welcome wish withdraw work
"""
_SPELLED = {"forbid": ("forbids", "forbidding"), "commit": ("commits", "committing"), "refer": ("refers", "referring"),
            "admit": ("admits", "admitting"), "remit": ("remits", "remitting"), "submit": ("submits", "submitting"),
            "transmit": ("transmits", "transmitting"), "set": ("sets", "setting"), "regret": ("regrets", "regretting"),
            "recommit": ("recommits", "recommitting"), "beg": ("begs", "begging")}  # fmt: skip
_PASTS = """
affirmed agreed adopted appealed approved asked authorized authorised called commended condemned confirmed
congratulated considered decided declared demanded deplored directed elected emphasized encouraged endorsed
expressed instructed invited mandated noted reaffirmed recalled recognized recommended regretted reiterated
rejected requested required resolved stressed supported thanked took undertook urged welcomed
"""
FRENCH_ASKING = """
appelle appellent exhorte demande prie invite charge engage encourage recommande mande mandate autorise
enjoint somme presse conjure adjure sollicite requiert exige enjoignons appelons exhortons demandons prions
invitons chargeons engageons encourageons recommandons mandatons exigeons réclame réclamons incite confie
ordonne donne-mandat
"""
FRENCH_STATING = """
accepte accueille adhère admet adopte affirme agrée annonce appuie approuve apprécie arrête assure attend
attire autorise charge compte condamne confirme considère constate convient convoque crée croit décide déclare
dénonce déplore désapprouve désigne donne élit émet engage entend espère estime établit exprime fait félicite
fixe garantit insiste institue invoque juge lance loue maintient manifeste marque met nomme note observe offre
oppose partage prend préconise présente proclame propose proteste rappelle ratifie reconnaît reconnait refuse
regrette réitère rejette remercie renouvelle rend renvoie reporte réaffirme réprouve résout résolvons
s'associe s'engage s'élève s'inquiète s'oppose salue se souligne souhaite souscrit soutient suggère suspend
tient transmet voit vote veille décidons déclarons condamnons soutenons affirmons dénonçons adoptons
approuvons exprimons saluons félicitons réaffirmons rejetons soulignons notons prenons rappelons refusons
reconnaissons
"""
SPANISH_ASKING = """
anima apela aconseja autoriza demanda encarga encomienda encarece exhorta exige insta invita insta llama
ordena pide recomienda reclama requiere ruega solicita urge faculta conmina emplaza mandata instruye alienta
convoca interpela compele instamos pedimos exigimos exhortamos invitamos llamamos solicitamos encargamos
encomendamos recomendamos reclamamos demandamos autorizamos urgimos instar pedir exigir exhortar invitar
solicitar encargar encomendar recomendar reclamar requerir requerimos alentar
"""
SPANISH_STATING = """
acepta acoge acuerda adhiere admite adopta advierte afirma agradece alerta anuncia apoya aprecia aprueba
asegura asume celebra compromete concede concluye condena confirma considera constata coincide convoca crea
cree da decide declara denuncia deplora desaprueba designa destaca dispone elige enfatiza entiende espera
establece estima expresa felicita fija hace hacemos homenajea impulsa insiste instituye invoca lamenta llama
manifiesta mantiene muestra niega nombra observa ofrece opone otorga proclama promueve propone protesta
proyecta ratifica reafirma rechaza reconoce recuerda recalca reitera remite rememora renueva repudia resalta
resuelve respalda saluda señala solidariza somete subraya sugiere suscribe suspende toma transmite valora
vería vota acordamos apoyamos condenamos declaramos denunciamos rechazamos repudiamos expresamos manifestamos
reafirmamos reiteramos resolvemos saludamos felicitamos aprobamos decidimos aprobar acordar declarar condenar
crear dejar denunciar dar elaborar establecer expresar facilitar felicitar garantizar impulsar incluir iniciar
manifestar mantener mostrar poner presentar promover proponer proceder realizar rechazar reafirmar reconocer
reiterar remitir renunciar retirar trasladar apoyar adoptar
"""
ENGLISH_REASONS = """
aware afraid alarmed anxious angered appalled apprehensive ashamed assured bearing cognizant cognisant
concerned confident conscious considering convinced deeming desiring desirous determined dismayed disturbed
eager encouraged faithful given gratified grateful grieved guided having horrified impressed in inspired
keenly mindful moved mourning noting outraged persuaded pursuant reassured recalling regarding resolute
resolved-that saddened sensitive shocked struck worried
"""
ENGLISH_REASON_PHRASES = (
    "whereas", "having regard", "in view of", "in light of", "in the light of", "in accordance with", "on the basis of",
    "in consideration of", "in recognition of", "in conformity with", "in pursuance of", "given that", "given the",
    "seeing that", "with a view to", "with regard to", "acting under", "without prejudice", "in the belief",
    "by virtue of", "on the recommendation", "on the proposal", "because", "inasmuch as", "after", "in response to",
    "as a result of", "in the spirit of", "following", "based on", "since", "according to", "in the context of",
    "in furtherance of", "in line with",
)  # fmt: skip
FRENCH_REASONS = """
accueillant affirmant alarmé alarmée animé animée appréciant approuvant attendu ayant attristé choqué choquée
conformément confiant confiante conscient consciente considérant considérants constatant convaincu convaincue
craignant croyant déplorant désireux désireuse désirant déterminé déterminée encouragé encouragée espérant
estimant étant exprimant félicitant gardant guidé guidée inquiet inquiète insistant jugeant mettant notant
notamment observant persuadé persuadée préoccupé préoccupée prenant profondément rappelant réaffirmant
reconnaissant redoutant regrettant réitérant relevant remerciant résolu résolue s'appuyant s'inspirant sachant
saluant se-félicitant soucieux soucieuse soulignant tenant troublé vu voulant indigné indignée agissant
condamnant compte-tenu puisque
"""
SPANISH_REASONS = """
acogiendo advirtiendo afirmando agradeciendo alarmada alarmado alentada alentado apreciando atendido
atendiendo atenta atento celebrando condenando confiando consciente conscientes considerando considerandos
constatando convencida convencido convencidos dada dado dados dadas deplorando deseando deseosa deseoso
destacando determinada determinado entendiendo esperando estimando expresando felicitando guiada guiado habida
habiendo haciendo hondamente inspirada inspirado lamentando manifestando observando obrando preocupada
preocupado preocupados profundamente reafirmando recalcando reconociendo recordando reiterando resuelta
resuelto sabiendo señalando siendo subrayando tomando teniendo valorando vista visto vistos vistas tras
actuando poniendo resaltando
"""
SPANISH_REASON_PHRASES = (
    "teniendo en cuenta", "habida cuenta", "en vista de", "a la luz de", "de conformidad con", "en virtud de",
    "por cuanto", "en atención", "dado que", "con arreglo a", "toda vez que", "en consideración", "que",
)  # fmt: skip
FRENCH_REASON_PHRASES = (
    "compte tenu", "eu égard", "tenant compte", "en vertu de", "à la lumière", "attendu que", "étant donné",
    "se félicitant", "se déclarant", "se référant", "se fondant", "se réjouissant", "s'inspirant", "s'appuyant",
    "en application", "sur proposition", "sur recommandation", "sur le rapport", "conformément",
    "faisant", "en considération", "par ces motifs", "dans le cadre", "suite à", "à la suite", "en réponse",
)  # fmt: skip
_ADVERBS = """
also further again strongly deeply urgently solemnly hereby therefore firmly unequivocally accordingly
additionally likewise moreover furthermore nevertheless once more earnestly respectfully vigorously
categorically unreservedly particularly especially formally gravely greatly highly fully sincerely warmly
wholeheartedly strenuously totally utterly expressly specifically emphatically decisively finally and then
thereby simultaneously unanimously publicly gladly gratefully cordially keenly profoundly seriously extremely
actively aussi également en outre vivement fermement instamment solennellement énergiquement profondément
vigoureusement donc enfin ainsi et particulièrement sincèrement expressément formellement catégoriquement
también además asimismo firmemente enérgicamente profundamente igualmente solemnemente encarecidamente
vivamente y finalmente enfáticamente nuevamente expresamente
"""
ADVERBS = frozenset(_ADVERBS.split())


def _endings(verb: str) -> tuple[str, str]:
    if verb in _SPELLED:
        return _SPELLED[verb]
    if verb.endswith("e"):
        return verb + "s", verb[:-1] + "ing"
    if verb.endswith(("s", "x", "ch", "sh", "z")):
        return verb + "es", verb + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb + "ing"
    return verb + "s", verb + "ing"


_ASKING = _ENGLISH_ASKING.split()
_STATING = _ENGLISH_STATING.split()
ENGLISH_ASKING_FINITE = frozenset(form for verb in _ASKING for form in (verb, _endings(verb)[0]))
ENGLISH_ASKING_ALL = ENGLISH_ASKING_FINITE | {_endings(verb)[1] for verb in _ASKING}
ENGLISH_FINITE = ENGLISH_ASKING_FINITE | {form for verb in _STATING for form in (verb, _endings(verb)[0])}
ENGLISH_THIRD = frozenset(_endings(verb)[0] for verb in (*_ASKING, *_STATING))
ENGLISH_PAST = frozenset(_PASTS.split())
ENGLISH_ING = frozenset(_endings(verb)[1] for verb in (*_ASKING, *_STATING))
OPERATIVE = {
    "en": ENGLISH_FINITE,
    "fr": frozenset((FRENCH_ASKING + FRENCH_STATING).split()),
    "es": frozenset((SPANISH_ASKING + SPANISH_STATING).split()),
}
REASONS = {
    "en": frozenset(ENGLISH_REASONS.split()) - {"in"},
    "fr": frozenset(FRENCH_REASONS.split()),
    "es": frozenset(SPANISH_REASONS.split()),
}
REASON_PHRASES = {
    "en": ENGLISH_REASON_PHRASES,
    "fr": FRENCH_REASON_PHRASES,
    "es": SPANISH_REASON_PHRASES,
}
ASKING = {
    "en": ENGLISH_ASKING_ALL
    - {"order", "orders", "command", "commission", "challenge", "press", "task", "mandate", "charge"},
    "fr": frozenset(FRENCH_ASKING.split()) - {"charge", "mandate"},
    "es": frozenset(SPANISH_ASKING.split()) - {"demanda"},
}
