"""Dangerous things as people name them, one a line: solvents, acids, asbestos, oils, batteries, pesticides."""

FR = """\
restes de solvant de dégraissage
acide nitrique usé 200 L
piles boutons et accus NiCd
batteries de chariot élévateur HS
bidons d'huile moteur vides
chiffons imbibés de solvant
plaques de toiture en amiante ciment
dalles de sol amiantées déposées
terres polluées aux hydrocarbures
eaux souillées par du gasoil
boues de séparateur à hydrocarbures
tubes néon usagés
écrans cathodiques
frigos hors d'usage
climatiseurs avec gaz
extincteurs périmés
bouteilles de gaz entamées
aérosols vides
fonds de peinture epoxy
colle polyuréthane périmée
résine époxy non durcie
bains de dégraissage usés
bain de nickelage
boues de phosphatation
huiles de coupe entières
liquide de frein usagé
filtres à gasoil
emballages ayant contenu des produits phytosanitaires
désherbant périmé
seringues usagées
médicaments cytotoxiques
déchets anatomiques
produits de laboratoire
thermomètres au mercure
bois créosoté
poteaux EDF traités
cendres volantes d'incinération
REFIOM
poussières d'aciérie électrique zinguées
boues de peinture solvantées
encres solvantées
perchlo de pressing
boue de pressing perchloréthylène
toner en poudre
fluide hydraulique
huile de transformateur PCB
goudron de houille
enrobés contenant du goudron
absorbants souillés
EPI souillés amiante
airbags et prétensionneurs
véhicules hors d'usage non dépollués
munitions
sable de sablage de peinture au plomb
laine de roche
chaux de neutralisation chargée chrome
sels de trempe cyanurés
révélateur plaque offset
eau de javel périmée
ammoniaque
soude caustique usée
peinture au plomb décapée
DEEE en mélange
cartouches filtrantes cabine peinture
charbon actif saturé de solvants
résines échangeuses d'ions chargées métaux
catalyseurs usés
boues de curage de fosse atelier
mélange eau huile compresseur
condensats de compresseur huileux
batteries de trottinettes
panneaux photovoltaïques cassés
onduleurs HS
déchets de soins vétérinaires
"""

EN = """\
spent degreasing solvent
used nitric acid 200 L
button cells and NiCd packs
dead forklift batteries
empty motor oil cans
solvent-soaked rags
asbestos cement roof sheets
soil polluted with hydrocarbons
water contaminated with diesel
oil interceptor sludge
used fluorescent tubes
CRT screens
scrap fridges
expired fire extinguishers
aerosol cans
leftover epoxy paint
expired polyurethane glue
uncured epoxy resin
spent nickel plating bath
used brake fluid
diesel filters
pesticide containers
expired weedkiller
used syringes
cytotoxic drugs
lab chemicals
mercury thermometers
creosoted poles
incinerator fly ash
electric arc furnace dust
solvent ink
dry cleaning perc sludge
toner powder
hydraulic fluid
PCB transformer oil
coal tar
soiled absorbents
airbags
end-of-life vehicles not depolluted
lead paint blasting grit
rock wool
cyanide hardening salts
expired bleach
ammonia solution
spent caustic soda
mixed WEEE
paint booth filters
activated carbon loaded with solvent
spent catalysts
oily compressor condensate
e-scooter batteries
broken solar panels
medical sharps
"""
